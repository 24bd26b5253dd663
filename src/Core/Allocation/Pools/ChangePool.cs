using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Foundation;
using PostMoney.Core.Log;

namespace PostMoney.Core.Allocation.Pools;

/// <summary>A steward gives a pool another policy or rhythm. The round that is open keeps what it opened with.</summary>
public sealed class ChangePool(PostMoneyDb db, AccessCheck access, AuditLog log)
{
    /// <summary>Changes it from the next round on.</summary>
    /// <param name="viewer">Who.</param>
    /// <param name="poolId">Which.</param>
    /// <param name="policyName">The policy.</param>
    /// <param name="roundHours">How many hours a round collects needs.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<Result<Done>> ExecuteAsync(
        Viewer viewer, Guid poolId, string policyName, int roundHours, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(ct);
        var pool = await db.Pools.FirstOrDefaultAsync(p => p.Id == poolId && p.ClosedAt == null, ct);
        if (pool is null)
        {
            return PoolRefusals.NotFound;
        }

        var decision = await access.CheckAsync(viewer, Permission.Allot, Resource.GroupOrNode(pool.GroupId), ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        if (roundHours is < Pool.FewestHours or > Pool.MostHours)
        {
            return PoolRefusals.Hours;
        }

        if (!await db.Policies.AnyAsync(policy => policy.Name == policyName, ct))
        {
            return PoolRefusals.Policy;
        }

        (pool.PolicyName, pool.RoundHours) = (policyName, roundHours);
        await log.AppendAsync("pool.changed", viewer.Did!, $"pool:{pool.Id:D}", null, ct);
        await change.SaveAsync(ct);
        return Done.Value;
    }
}
