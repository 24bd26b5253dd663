using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Members;
using PostMoney.Web.Display;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Desk.Node;

/// <summary>Invitations are made and withdrawn. A code is shown once, in the answer to the form: it enters no address and no cookie.</summary>
public sealed class InvitationsModel(InviteMember invite, MemberList members) : NodePage
{
    // Beyond what any invitation lasts, and within what a TimeSpan holds.
    private const int TooManyDays = 10_000;

    [BindProperty]
    public string Note { get; set; } = "";

    [BindProperty]
    public string Uses { get; set; } = "1";

    [BindProperty]
    public string Days { get; set; } = "14";

    /// <summary>The address with the code that was just made, or null.</summary>
    public string? Link { get; private set; }

    public string? Code { get; private set; }

    public IReadOnlyList<InvitationLine> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Lines = await members.InvitationsAsync(Viewer, ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var days = Math.Clamp(Posted.WholeNumber(Days), 0, TooManyDays);
        var made = await invite.ExecuteAsync(Viewer, Note, Posted.WholeNumber(Uses), TimeSpan.FromDays(days), ct);
        Lines = await members.InvitationsAsync(Viewer, ct);
        if (!made.TryGet(out var code))
        {
            return Refuse(made.Refusals);
        }

        (Code, Link) = (code, $"{Visit.OriginOf(Request)}/join#{code}");
        return Page();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid invitation, CancellationToken ct)
    {
        var withdrawn = await invite.RevokeAsync(Viewer, invitation, ct);
        return withdrawn.IsGranted ? Next("/desk/invitations", "The invitation is withdrawn.") : Refuse(withdrawn.Refusals);
    }
}
