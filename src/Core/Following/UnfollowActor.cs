using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Federation;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Following;

/// <summary>A member follows somebody no more.</summary>
public sealed class UnfollowActor(PostMoneyDb db, LocalActors local, FollowWriter follows)
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

        await using var change = await db.BeginChangeAsync(ct);
        var follow = await db.Follows.FirstOrDefaultAsync(f => f.FollowerId == me.Id && f.FollowedId == actorId, ct);
        if (follow is null)
        {
            return Done.Value;
        }

        var other = await db.Actors.FirstAsync(actor => actor.Id == actorId, ct);
        await follows.EndAsync(me, other, follow, ct);
        await change.SaveAsync(ct);
        return Done.Value;
    }
}
