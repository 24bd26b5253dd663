using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Allocation.Pools;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Allocation.Rounds;

/// <summary>Rounds as those may change them who look after their pools: a group's stewards its own, the node's stewards all others.</summary>
public sealed class StewardedRounds(PostMoneyDb db, AccessCheck access)
{
    /// <summary>A round with its pool, tracked; or that there is none, or that the viewer may not.</summary>
    internal async Task<Result<StewardedRound>> FindAsync(Viewer viewer, Guid roundId, CancellationToken ct)
    {
        var round = await db.Rounds.FirstOrDefaultAsync(r => r.Id == roundId, ct);
        var pool = round is null ? null : await db.Pools.FirstAsync(p => p.Id == round.PoolId, ct);
        if (round is null || pool is null)
        {
            return RoundStateRefusals.NotFound;
        }

        var decision = await access.CheckAsync(viewer, Permission.Allot, Resource.GroupOrNode(pool.GroupId), ct);
        return decision.IsAllowed ? new StewardedRound(round, pool) : decision.Refusal;
    }
}

/// <summary>A round and its pool.</summary>
internal sealed record StewardedRound(Round Round, Pool Pool);
