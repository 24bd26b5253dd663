using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Following;

/// <summary>A member wants to see nothing of a whole server, and nobody there to follow them; or takes that back.</summary>
public sealed class BlockHost(PostMoneyDb db, AccessCheck access, LocalActors local, EndFollows end, NodeAddress address, TimeProvider clock)
{
    /// <summary>Blocks it. The server is told nothing but that follows have ended.</summary>
    /// <param name="viewer">A member.</param>
    /// <param name="host">A server that this node has met.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<Result<Done>> ExecuteAsync(Viewer viewer, string host, CancellationToken ct)
    {
        var decision = await access.CheckAsync(viewer, Permission.TakePart, Resource.Node, ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        if ((address.IsKnown && host == address.Host) || !await db.Actors.AnyAsync(actor => actor.Host == host && actor.LocalId == null, ct))
        {
            return FollowingRefusals.NoServer;
        }

        if (await local.MemberAsync(viewer.Id, ct) is not { } me)
        {
            return FollowingRefusals.NoActor;
        }

        await using var change = await db.BeginChangeAsync(ct);
        if (await db.BlockedHosts.AnyAsync(blocked => blocked.ActorId == me.Id && blocked.Host == host, ct))
        {
            return Done.Value;
        }

        db.BlockedHosts.Add(new BlockedHost { ActorId = me.Id, Host = host, At = clock.GetUtcNow() });
        var others = await db.Actors
            .Where(actor => actor.Host == host && db.Follows.Any(f => (f.FollowerId == me.Id && f.FollowedId == actor.Id) || (f.FollowerId == actor.Id && f.FollowedId == me.Id)))
            .ToListAsync(ct);
        foreach (var other in others)
        {
            await end.BetweenAsync(me, other, ct);
        }

        await change.SaveAsync(ct);
        return Done.Value;
    }

    /// <summary>Takes it back.</summary>
    public async Task<Result<Done>> UndoAsync(Viewer viewer, string host, CancellationToken ct)
    {
        var decision = await access.CheckAsync(viewer, Permission.TakePart, Resource.Node, ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        var me = viewer.Id;
        await using var change = await db.BeginChangeAsync(ct);
        await db.BlockedHosts.Where(blocked => blocked.Host == host && db.Actors.Any(actor => actor.Id == blocked.ActorId && actor.LocalId == me)).ExecuteDeleteAsync(ct);
        await change.SaveAsync(ct);
        return Done.Value;
    }
}
