using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Foundation;
using PostMoney.Core.Notifications;
using PostMoney.Core.Relations;

namespace PostMoney.Core.Assignments;

/// <summary>A permit comes to nothing: declined, lapsed, given back or revoked. The unit is free, and the next in line is asked.</summary>
public sealed class GiveUpAssignment(
    PostMoneyDb db, AccessCheck access, AssignmentLedger ledger, RelationBook relations, AskNextInLine askNext, Notifier notifier,
    TimeProvider clock)
{
    /// <summary>The assignee does not want it.</summary>
    public Task<Result<Done>> DeclineAsync(Viewer viewer, Guid assignmentId, CancellationToken ct) =>
        AsAssigneeAsync(viewer, assignmentId, AssignmentState.Declined, ct);

    /// <summary>The assignee gives it back unused, before or inside its window.</summary>
    public Task<Result<Done>> ReleaseAsync(Viewer viewer, Guid assignmentId, CancellationToken ct) =>
        AsAssigneeAsync(viewer, assignmentId, AssignmentState.Released, ct);

    /// <summary>Whoever owns the offer, or a steward, takes the permit back, with a reason.</summary>
    public async Task<Result<Done>> RevokeAsync(Viewer viewer, Guid assignmentId, string reason, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(ct);
        var assignment = await db.Assignments.FirstOrDefaultAsync(a => a.Id == assignmentId, ct);
        var offer = assignment is null ? null : await db.Offers.FirstAsync(o => o.Id == assignment.OfferId, ct);
        if (assignment is null || offer is null
            || !(AccessCheck.Owns(viewer, offer)
                || (await access.CheckAsync(viewer, Permission.Allot, Resource.GroupOrNode(offer.GroupId), ct)).IsAllowed))
        {
            return AssignmentRefusals.NotFound;
        }

        if (reason.Trim().Length is < 5 or > 500)
        {
            return AssignmentRefusals.Reason;
        }

        var ended = await EndAsync(assignment, AssignmentState.Revoked, viewer.Did!, reason.Trim(), ct);
        if (ended.IsGranted)
        {
            await change.SaveAsync(ct);
        }

        return ended;
    }

    /// <summary>Nobody accepted it in time. Doing it twice changes nothing.</summary>
    public async Task<Result<Done>> LapseAsync(Guid assignmentId, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(ct);
        var assignment = await db.Assignments.FirstOrDefaultAsync(a => a.Id == assignmentId, ct);
        if (assignment is not { State: AssignmentState.Held } || assignment.HoldUntil > clock.GetUtcNow())
        {
            return Done.Value;
        }

        var ended = await EndAsync(assignment, AssignmentState.Lapsed, "node", "", ct);
        if (ended.IsGranted)
        {
            await change.SaveAsync(ct);
        }

        return ended;
    }

    /// <summary>Ends it within the caller's change, with all that follows.</summary>
    internal async Task<Result<Done>> EndAsync(
        Assignment assignment, AssignmentState state, string actor, string reason, CancellationToken ct)
    {
        var moved = await ledger.MoveAsync(assignment, state, actor, reason, ct);
        if (!moved.IsGranted)
        {
            return moved;
        }

        var now = clock.GetUtcNow();
        await relations.EndAllGrantedByAsync(assignment.Id, ct);
        var use = await db.UnitUses.FirstAsync(u => u.Id == assignment.UseId, ct);
        use.EndAt(now);
        var need = await db.Needs.FirstAsync(n => n.Id == assignment.NeedId, ct);
        need.Reopen(now);
        var offer = await db.Offers.FirstAsync(o => o.Id == assignment.OfferId, ct);
        notifier.Tell(assignment.AssigneeId, $"assignment.{state.ToString().ToLowerInvariant()}", "assignment", assignment.Id,
            $"{offer.Title}: {WordsFor(state)}");
        await notifier.TellAuthorAsync(
            offer.AuthorId, "assignment.given-up", "assignment", assignment.Id, $"{offer.Title}: a permit came to nothing.", ct);

        // The line is asked by queries, which see what is written and not what is tracked.
        await db.SaveChangesAsync(ct);
        await askNext.ExecuteAsync(assignment, ct);
        return Done.Value;
    }

    private static string WordsFor(AssignmentState state) => state switch
    {
        AssignmentState.Declined => "you declined; your need stays open until you withdraw it.",
        AssignmentState.Lapsed => "the hold ran out; your need stays in the line.",
        AssignmentState.Released => "thank you for giving it back; your need stays open until you withdraw it.",
        _ => "the permit was taken back. The reason is with it, and your need is open again.",
    };

    private async Task<Result<Done>> AsAssigneeAsync(Viewer viewer, Guid assignmentId, AssignmentState state, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(ct);
        var assignment = await db.Assignments.FirstOrDefaultAsync(a => a.Id == assignmentId, ct);
        if (assignment is null || !viewer.IsMember || assignment.AssigneeId != viewer.MemberId)
        {
            return AssignmentRefusals.NotFound;
        }

        var ended = await EndAsync(assignment, state, viewer.Did!, "", ct);
        if (ended.IsGranted)
        {
            await change.SaveAsync(ct);
        }

        return ended;
    }
}
