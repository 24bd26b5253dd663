using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Following;

/// <summary>A member follows somebody no more.</summary>
public sealed class UnfollowActor(PostMoneyDb db, AccessCheck access, LocalActors local, EndFollows end)
{
    /// <summary>Ends it. Where there is nothing to end, nothing changes.</summary>
    public async Task<Result<Done>> ExecuteAsync(Viewer viewer, Guid actorId, CancellationToken ct)
    {
        var mine = viewer.Id;
        if (!await db.Follows.AnyAsync(f => f.FollowedId == actorId && db.Actors.Any(a => a.Id == f.FollowerId && a.LocalId == mine), ct))
        {
            return Done.Value;
        }

        if (await local.MemberAsync(mine, ct) is not { } me)
        {
            return FollowingRefusals.NoActor;
        }

        return await EndAsync(me, actorId, ct);
    }

    /// <summary>This node itself follows another no more. For stewards.</summary>
    public async Task<Result<Done>> NodeAsync(Viewer viewer, Guid actorId, CancellationToken ct)
    {
        var decision = await access.CheckAsync(viewer, Permission.Govern, Resource.Node, ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        return await db.Follows.AnyAsync(f => f.FollowedId == actorId && db.Actors.Any(a => a.Id == f.FollowerId && a.LocalId == Guid.Empty), ct)
            ? await EndAsync(await local.NodeAsync(ct), actorId, ct)
            : Done.Value;
    }

    private async Task<Result<Done>> EndAsync(Actor me, Guid actorId, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(ct);
        var follow = await db.Follows.FirstOrDefaultAsync(f => f.FollowerId == me.Id && f.FollowedId == actorId, ct);
        if (follow is null)
        {
            return Done.Value;
        }

        await end.TellAsync(me, await db.Actors.FirstAsync(actor => actor.Id == actorId, ct), follow, ct);
        db.Follows.Remove(follow);
        await change.SaveAsync(ct);
        return Done.Value;
    }
}
