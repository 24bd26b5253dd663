using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Foundation;
using PostMoney.Core.Notifications;
using PostMoney.Core.Queue;
using PostMoney.Core.Relations;

namespace PostMoney.Core.Assignments;

/// <summary>Somebody whose turn it is accepts: from then on, within the window, both sides can open what is sealed.</summary>
public sealed class AcceptAssignment(
    PostMoneyDb db, AssignmentLedger ledger, RelationBook relations, JobQueue queue, Notifier notifier, TimeProvider clock)
{
    /// <summary>Accepts it, with its conditions.</summary>
    public async Task<Result<Done>> ExecuteAsync(Viewer viewer, Guid assignmentId, bool agreed, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(ct);
        var assignment = await db.Assignments.FirstOrDefaultAsync(a => a.Id == assignmentId, ct);
        if (assignment is null || !viewer.IsMember || assignment.AssigneeId != viewer.MemberId)
        {
            return AssignmentRefusals.NotFound;
        }

        if (assignment.HasConditions && !agreed)
        {
            return AssignmentRefusals.Conditions;
        }

        if (assignment.HoldUntil <= clock.GetUtcNow())
        {
            return AssignmentRefusals.NotAnyMore;
        }

        var moved = await ledger.MoveAsync(assignment, AssignmentState.Active, viewer.Did!, "", ct);
        if (!moved.IsGranted)
        {
            return moved;
        }

        var offer = await db.Offers.FirstAsync(o => o.Id == assignment.OfferId, ct);
        relations.ToItem(assignment.AssigneeId, RelationNames.Opener, offer.Id, assignment.Window, assignment.Id);
        relations.ToItem(offer.AuthorId, RelationNames.Opener, assignment.NeedId, assignment.Window, assignment.Id);
        await queue.PromiseAsync(Assignment.EndJob, assignment.Id, assignment.WindowTo, ct);
        await notifier.TellAuthorAsync(
            offer.AuthorId, "assignment.accepted", "assignment", assignment.Id, $"{offer.Title}: the permit was accepted.", ct);
        await change.SaveAsync(ct);
        return Done.Value;
    }
}
