using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Members;
using PostMoney.Core.Moderation;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages;

/// <summary>What stewards have decided about whoever is signed in, suspended or not; they can appeal.</summary>
public sealed class DecisionsModel(OwnCases cases, AppealSanction appeal) : NodePage
{
    [BindProperty]
    public Guid Id { get; set; }

    [BindProperty]
    public string Text { get; set; } = "";

    public IReadOnlyList<Sanction> Decisions { get; private set; } = [];

    private SignedIn? Me => Visit.Me ?? Visit.KeptOut;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Me is not { } me)
        {
            return Redirect("/sign-in?next=/decisions");
        }

        Decisions = await cases.DecisionsAsync(me.Viewer.Id, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Me is not { } me)
        {
            return Unauthorized();
        }

        var appealed = await appeal.ExecuteAsync(me.Viewer.Id, me.Viewer.Did!, Id, Text, ct);
        if (appealed.IsGranted)
        {
            return Next("/decisions", "You have appealed. Another steward answers.");
        }

        Decisions = await cases.DecisionsAsync(me.Viewer.Id, ct);
        return Refuse(appealed.Refusals);
    }
}
