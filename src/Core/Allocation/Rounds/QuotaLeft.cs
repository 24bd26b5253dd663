using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Allocation.Policies;
using PostMoney.Core.Offers;

namespace PostMoney.Core.Allocation.Rounds;

/// <summary>How many more uses a member may have of each pool, and when a pause ends.</summary>
public sealed class QuotaLeft(PostMoneyDb db, TimeProvider clock)
{
    /// <summary>One line for each open pool whose policy limits anything.</summary>
    public async Task<IReadOnlyList<QuotaLine>> OfAsync(Viewer viewer, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var me = viewer.Id;
        var pools = await db.Pools.AsNoTracking().Where(pool => pool.ClosedAt == null)
            .Join(db.Rounds.Where(round => round.State == RoundState.Collecting), pool => pool.Id, round => round.PoolId,
                (pool, round) => new { pool, round.PolicyId })
            .Join(db.Policies, line => line.PolicyId, policy => policy.Id, (line, policy) => new { line.pool, policy })
            .OrderBy(line => line.pool.Name)
            .ToListAsync(ct);
        var uses = await db.UnitUses.AsNoTracking()
            .Where(use => use.MemberId == me && use.Purpose == UnitPurpose.Use && use.ReleasedAt == null)
            .ToListAsync(ct);
        return [.. pools
            .Select(line => Line(line.pool.Name, line.pool.Topic, line.policy, uses, now))
            .OfType<QuotaLine>()];
    }

    private static QuotaLine? Line(
        string poolName, string topic, Governance.Policy row, List<UnitUse> uses, DateTimeOffset now)
    {
        var policy = PolicyCatalog.Read(row.Kind, new PolicyName(row.Name, row.Version), row.Parameters).Value;
        var quota = policy.Parameters[SharedParameters.QuotaPerPerson];
        var own = uses.Where(use => use.Topic == topic).ToList();
        var period = ChargingPeriod.Around(now, policy.Parameters[SharedParameters.QuotaPeriodDays]);
        var used = own.Count(use => period is { } counted ? counted.Contains(use.FromAt) : use.ToAt > now);
        var last = own.Where(use => use.FromAt <= now).Select(use => (DateTimeOffset?)use.ToAt).Max();
        var pauseUntil = last is { } end && end + policy.Cooldown > now && policy.Cooldown > TimeSpan.Zero ? end + policy.Cooldown : (DateTimeOffset?)null;
        return quota == 0 && pauseUntil is null ? null : new QuotaLine(poolName, topic, used, quota, period?.To, pauseUntil);
    }
}

/// <summary>What one may still have of a pool.</summary>
/// <param name="PoolName">The pool.</param>
/// <param name="Topic">Its topic.</param>
/// <param name="Used">Uses that count at the moment.</param>
/// <param name="Quota">Uses that one may have; zero for no limit.</param>
/// <param name="NewPeriodAt">When the count begins anew, or null where it never does.</param>
/// <param name="PauseUntil">When a pause ends, or null where there is none.</param>
public sealed record QuotaLine(
    string PoolName, string Topic, int Used, int Quota, DateTimeOffset? NewPeriodAt, DateTimeOffset? PauseUntil);
