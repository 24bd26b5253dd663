using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Foundation;
using PostMoney.Core.Notifications;
using PostMoney.Core.Relations;

namespace PostMoney.Core.Assignments;

/// <summary>A permit's window is over: nothing can be opened any more, and both sides are asked what came of it.</summary>
public sealed class EndAssignment(
    PostMoneyDb db, AssignmentLedger ledger, RelationBook relations, Notifier notifier, TimeProvider clock)
{
    /// <summary>Ends it. Doing it twice changes nothing.</summary>
    public async Task<Result<Done>> ExecuteAsync(Guid assignmentId, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(ct);
        var assignment = await db.Assignments.FirstOrDefaultAsync(a => a.Id == assignmentId, ct);
        if (assignment is not { State: AssignmentState.Active } || assignment.WindowTo > clock.GetUtcNow())
        {
            return Done.Value;
        }

        var moved = await ledger.MoveAsync(assignment, AssignmentState.Ended, "node", "", ct);
        if (!moved.IsGranted)
        {
            return moved;
        }

        await relations.EndAllGrantedByAsync(assignment.Id, ct);
        var offer = await db.Offers.FirstAsync(o => o.Id == assignment.OfferId, ct);
        notifier.Tell(assignment.AssigneeId, "assignment.ended", "assignment", assignment.Id,
            $"{offer.Title}: your time is over. Please bring it back and tell how it went.");
        await notifier.TellAuthorAsync(
            offer.AuthorId, "assignment.ended", "assignment", assignment.Id, $"{offer.Title} is due back.", ct);
        await change.SaveAsync(ct);
        return Done.Value;
    }
}
