using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Following;
using PostMoney.Core.Moderation;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Me;

/// <summary>Whom the member mutes or blocks, and which servers.</summary>
public sealed class AvoidedModel(OwnCases cases, BlockActor block, BlockHost blockHost) : NodePage
{
    [BindProperty(Name = "actor")]
    public Guid Actor { get; set; }

    [BindProperty(Name = "host")]
    public string BlockedHost { get; set; } = "";

    public IReadOnlyList<AvoidedPerson> People { get; private set; } = [];

    public IReadOnlyList<string> Hosts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => (People, Hosts) = await cases.AvoidedAsync(Viewer, ct);

    public async Task<IActionResult> OnPostPersonAsync(CancellationToken ct)
    {
        var done = await block.UndoAsync(Viewer, Actor, ct);
        return done.IsGranted ? Next("/me/avoided", "You see them again.") : NotFound();
    }

    public async Task<IActionResult> OnPostHostAsync(CancellationToken ct)
    {
        await blockHost.UndoAsync(Viewer, BlockedHost, ct);
        return Next("/me/avoided", "You see that server again.");
    }
}
