using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;
using PostMoney.Core.Queue;
using PostMoney.Core.Relations;

namespace PostMoney.Core.Assignments;

/// <summary>An assignee keeps something for as long again, once, while nobody waits for it.</summary>
public sealed class RenewAssignment(
    PostMoneyDb db, AssignmentLedger ledger, RelationBook relations, JobQueue queue, TimeProvider clock)
{
    /// <summary>Prolongs it by its own length, or up to the end of the offer.</summary>
    public async Task<Result<Done>> ExecuteAsync(Viewer viewer, Guid assignmentId, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(ct);
        var assignment = await db.Assignments.FirstOrDefaultAsync(a => a.Id == assignmentId, ct);
        if (assignment is null || !viewer.IsMember || assignment.AssigneeId != viewer.MemberId)
        {
            return AssignmentRefusals.NotFound;
        }

        var offer = await db.Offers.FirstAsync(o => o.Id == assignment.OfferId, ct);
        var end = assignment.WindowTo + assignment.Window.Length;
        end = end < offer.WindowTo ? end : offer.WindowTo;
        if (await ProblemAsync(assignment, offer, end, ct) is { } problem)
        {
            return problem;
        }

        var use = await db.UnitUses.FirstAsync(u => u.Id == assignment.UseId, ct);
        var more = new Window(assignment.WindowTo, end);
        use.ToAt = end;
        assignment.WindowTo = end;
        assignment.Renewals++;
        relations.ToItem(assignment.AssigneeId, RelationNames.Opener, offer.Id, more, assignment.Id);
        relations.ToItem(offer.AuthorId, RelationNames.Opener, assignment.NeedId, more, assignment.Id);
        await ledger.SignAnewAsync(assignment, ct);
        await ledger.NoteAsync(assignment, viewer.Did!, "Prolonged.", ct);
        await queue.PromiseAsync(Assignment.EndJob, assignment.Id, end, ct);
        await change.SaveAsync(ct);
        return Done.Value;
    }

    private async Task<Refusal?> ProblemAsync(Assignment assignment, Offer offer, DateTimeOffset end, CancellationToken ct)
    {
        if (assignment.State != AssignmentState.Active || assignment.WindowTo <= clock.GetUtcNow() || end <= assignment.WindowTo)
        {
            return AssignmentRefusals.NotAnyMore;
        }

        if (assignment.Renewals > 0)
        {
            return AssignmentRefusals.ProlongedBefore;
        }

        var waits = await db.Needs.AnyAsync(
            need => need.State == ItemState.Open && need.Topic == offer.Topic && (need.AskedOfferId == null || need.AskedOfferId == offer.Id)
                && need.WindowFrom < end && need.WindowTo > assignment.WindowTo,
            ct);
        var taken = await db.UnitUses.AnyAsync(
            use => use.OfferId == offer.Id && use.Unit == assignment.Unit && use.ReleasedAt == null && use.Id != assignment.UseId
                && use.FromAt < end && use.ToAt > assignment.WindowTo,
            ct);
        return waits || taken ? AssignmentRefusals.SomebodyWaits : null;
    }
}
