using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Assignments;
using PostMoney.Core.Members;
using PostMoney.Core.Outcomes;
using PostMoney.Web.Publishing;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Assignments;

/// <summary>One side of a permit tells how it went.</summary>
public sealed class OutcomeModel(AssignmentPages assignments, RecordOutcome record) : NodePage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public OutcomeResult Result { get; set; }

    [BindProperty]
    public string Notes { get; set; } = "";

    [BindProperty]
    public string Condition { get; set; } = "";

    [BindProperty]
    public bool MaintenanceNeeded { get; set; }

    public AssignmentPage Permit { get; private set; } = null!;

    /// <summary>Why there is nothing to tell at the moment, or null.</summary>
    public string? Problem { get; private set; }

    public bool SignsOnNode => Visit.Me!.Custody == Custody.Node;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    /// <summary>Signed on the node, which keeps the passport.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        if (!SignsOnNode)
        {
            return Refuse([PublishingRefusals.NeedsScripting]);
        }

        var drafted = await record.DraftAsync(Viewer, Id, Told(), ct);
        if (!drafted.TryGet(out var draft))
        {
            return Refuse(drafted.Refusals);
        }

        using var passport = Visit.Me!.OpenPassport()!;
        var told = await record.ExecuteAsync(Viewer, Id, passport.Sign(draft, Visit.Now), ct);
        return told.IsGranted ? Next($"/assignments/{Id}", "Thank you for telling.") : Refuse(told.Refusals);
    }

    /// <summary>The record for a browser to sign.</summary>
    public async Task<IActionResult> OnPostDraftAsync(CancellationToken ct)
    {
        var drafted = await record.DraftAsync(Viewer, Id, Told(), ct);
        return drafted.TryGet(out var draft) ? new JsonResult(new { document = draft }) : RefuseJson(drafted.Refusals);
    }

    /// <summary>The record as a browser has signed it.</summary>
    public async Task<IActionResult> OnPostSignedAsync(CancellationToken ct)
    {
        var read = await SignedBody.ReadAsync(Request, ct);
        if (!read.TryGet(out var signed))
        {
            return RefuseJson(read.Refusals);
        }

        var told = await record.ExecuteAsync(Viewer, Id, signed.Record, ct);
        if (!told.IsGranted)
        {
            return RefuseJson(told.Refusals);
        }

        Flash.Say(Response, "Thank you for telling.");
        return new JsonResult(new { location = $"/assignments/{Id}" });
    }

    private OutcomeForm Told() => new(Result, Notes.ReplaceLineEndings("\n"), Condition, MaintenanceNeeded);

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var found = await assignments.FindAsync(Viewer, Id, ct);
        Permit = found!;
        Problem = (await record.ProblemAsync(Viewer, Id, ct))?.Message;
        return found is not null;
    }
}
