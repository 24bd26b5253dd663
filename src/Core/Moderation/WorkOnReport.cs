using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Moderation;

/// <summary>A steward takes a report on, so that no two do the work of one, puts it back, or notes something for the others.</summary>
public sealed class WorkOnReport(PostMoneyDb db, AccessCheck access, NodeIds ids, TimeProvider clock)
{
    /// <summary>Takes it on, or puts it back.</summary>
    public Task<Result<Done>> TakeAsync(Viewer viewer, Guid reportId, bool isTaken, CancellationToken ct) => ChangeAsync(viewer, reportId, report =>
    {
        report.TakenBy = isTaken ? viewer.Id : null;
        return Done.Value;
    }, ct);

    /// <summary>Notes something; it can be read with the report afterwards.</summary>
    public Task<Result<Done>> NoteAsync(Viewer viewer, Guid reportId, string text, CancellationToken ct) => ChangeAsync(viewer, reportId, report =>
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > ReportNote.LongestText)
        {
            return ModerationRefusals.Text("Note");
        }

        db.ReportNotes.Add(new ReportNote { Id = ids.Next(), ReportId = report.Id, AuthorId = viewer.Id, Text = text.Trim(), At = clock.GetUtcNow() });
        return Done.Value;
    }, ct);

    private async Task<Result<Done>> ChangeAsync(Viewer viewer, Guid reportId, Func<Report, Result<Done>> how, CancellationToken ct)
    {
        var decision = await access.CheckAsync(viewer, Permission.Govern, Resource.Node, ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        await using var change = await db.BeginChangeAsync(ct);
        if (await db.Reports.FirstOrDefaultAsync(report => report.Id == reportId, ct) is not { } report)
        {
            return ModerationRefusals.NotFound;
        }

        if (!report.IsOpen)
        {
            return ModerationRefusals.Closed;
        }

        var done = how(report);
        if (done.IsGranted)
        {
            await change.SaveAsync(ct);
        }

        return done;
    }
}
