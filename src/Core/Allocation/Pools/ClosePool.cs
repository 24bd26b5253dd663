using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Foundation;
using PostMoney.Core.Log;

namespace PostMoney.Core.Allocation.Pools;

/// <summary>A steward closes a pool. The round that is open is drawn as it was promised; no other follows.</summary>
public sealed class ClosePool(PostMoneyDb db, AccessCheck access, AuditLog log, TimeProvider clock)
{
    /// <summary>Closes it.</summary>
    public async Task<Result<Done>> ExecuteAsync(Viewer viewer, Guid poolId, CancellationToken ct)
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

        pool.ClosedAt = clock.GetUtcNow();
        await log.AppendAsync("pool.closed", viewer.Did!, $"pool:{pool.Id:D}", null, ct);
        await change.SaveAsync(ct);
        return Done.Value;
    }
}
