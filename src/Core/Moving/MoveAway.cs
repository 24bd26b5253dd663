using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Vocabulary;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation.Outbox;
using PostMoney.Core.Federation.Profiles;
using PostMoney.Core.Foundation;
using PostMoney.Core.Log;
using PostMoney.Core.Storage;
using Actor = PostMoney.Core.Actors.Actor;

namespace PostMoney.Core.Moving;

/// <summary>A member's account moves to another one, here or elsewhere: their followers are told, and those of this node follow on at once.</summary>
/// <remarks>FEP-7628. What was said stays where it was said; permits, needs and offers belong to this node and stay, too.</remarks>
public sealed class MoveAway(
    PostMoneyDb db, FindDestination destinations, OwnProfile profile, SendProfile send, FollowOn followOn, OutboxWriter outbox, NodeSettings settings,
    AuditLog log, NodeAddress address, TimeProvider clock)
{
    /// <summary>Moves, as the member's passport has signed it.</summary>
    /// <param name="viewer">Who moves.</param>
    /// <param name="handle">Their handle.</param>
    /// <param name="record">A record of <see cref="DraftMove"/>, signed.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>The account that they have moved to.</returns>
    public async Task<Result<Actor>> ExecuteAsync(Viewer viewer, string handle, ReadOnlyMemory<byte> record, CancellationToken ct)
    {
        if (await profile.ProblemAsync(viewer, ct) is { } problem)
        {
            return problem;
        }

        var node = await settings.FindAsync(NodeSettings.Did, ct) ?? "";
        var read = MoveRecord.Read(record, viewer.Did!, node, address.OfMember(handle), clock.GetUtcNow());
        if (!read.TryGet(out var signed))
        {
            return read.Refusals.ToList();
        }

        var found = await destinations.ExecuteAsync(viewer, signed.Target, ct);
        if (!found.TryGet(out var destination))
        {
            return found.Refusal;
        }

        await using var change = await db.BeginChangeAsync(ct);
        var now = clock.GetUtcNow();
        var me = await db.Actors.FirstAsync(actor => actor.Id == destination.From.Id, ct);
        if (MoveRules.Problem(me, destination.To, now) is { } refusal)
        {
            return refusal;
        }

        me.LeaveFor(destination.To.Uri, now);
        await TellAsync(me, destination.To, ct);
        await followOn.BatchAsync(me, destination.To, ct);
        await log.AppendAsync("member.moved", viewer.Did!, $"member:{viewer.Id:D}", signed.Digest, ct);
        await change.SaveAsync(ct);
        return destination.To;
    }

    // What the actor says comes first: a server that asks when it hears of the move reads it so. The new place is told too, where
    // perhaps nobody follows.
    private async Task TellAsync(Actor me, Actor target, CancellationToken ct)
    {
        List<Actor> others = [.. await outbox.FollowersAsync(me.Id, ct), target];
        await send.ExecuteAsync(me, others, ct);
        var move = new Activity
        {
            Type = "Move",
            Object = ActivityObject.Reference(WebId.Parse(me.Uri)),
            Target = ActivityObject.Reference(WebId.Parse(target.Uri)),
            To = [me.Followers!, target.Uri],
        };
        await outbox.AddAsync(me, move, others, ct);
    }
}
