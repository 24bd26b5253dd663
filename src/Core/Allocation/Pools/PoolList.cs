using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Allocation.Rounds;
using PostMoney.Core.Foundation;
using PostMoney.Core.Governance;

namespace PostMoney.Core.Allocation.Pools;

/// <summary>The pools of a node with their open rounds, and its policies. Public, as counts only.</summary>
public sealed class PoolList(PostMoneyDb db)
{
    private static readonly Func<PostMoneyDb, int, IAsyncEnumerable<NextRound>> _next = EF.CompileAsyncQuery(
        (PostMoneyDb db, int count) => db.Rounds.AsNoTracking().Where(round => round.State == RoundState.Collecting)
            .Join(db.Pools.Where(pool => pool.ClosedAt == null), round => round.PoolId, pool => pool.Id, (round, pool) => new { round, pool })
            .OrderBy(line => line.round.ClosesAt).ThenBy(line => line.pool.Name)
            .Take(count)
            .Select(line => new NextRound(line.round.Id, line.pool.Name, line.round.ClosesAt)));

    /// <summary>Pools that are open, by name.</summary>
    public async Task<IReadOnlyList<PoolCard>> OpenAsync(Viewer viewer, CancellationToken ct)
    {
        var pools = await db.Pools.AsNoTracking().Where(pool => pool.ClosedAt == null)
            .Join(db.Rounds.Where(round => round.State == RoundState.Collecting), pool => pool.Id, round => round.PoolId,
                (pool, round) => new { pool, round })
            .OrderBy(line => line.pool.Name)
            .ToListAsync(ct);
        var gathered = await GatheredNeeds.ReadAsync(db, ct);
        return [.. pools.Select(line => new PoolCard(
            line.pool.Id, line.pool.Name, line.pool.Topic, line.pool.OfferId, line.pool.GroupId, line.pool.PolicyName, line.pool.RoundHours,
            line.round.Id, line.round.Number, line.round.OpensAt, line.round.ClosesAt,
            PublicCount.Of(gathered.Of(line.pool.Topic, line.pool.OfferId)),
            line.pool.GroupId is { } group ? viewer.Stewards(group) : viewer.IsSteward))];
    }

    /// <summary>The rounds that close next. Cost: as many rows as there are pools, however many needs they have gathered.</summary>
    /// <param name="count">How many, at most.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<IReadOnlyList<NextRound>> NextAsync(int count, CancellationToken ct) => await _next(db, count).ToListAsync(ct);

    /// <summary>The newest version of each policy, by name.</summary>
    public async Task<IReadOnlyList<Policy>> PoliciesAsync(CancellationToken ct)
    {
        var all = await db.Policies.AsNoTracking().OrderBy(p => p.Name).ThenByDescending(p => p.Version).ToListAsync(ct);
        return [.. all.DistinctBy(p => p.Name)];
    }
}

/// <summary>A round that gathers needs, by its pool's name.</summary>
public sealed record NextRound(Guid RoundId, string Name, DateTimeOffset ClosesAt);

/// <summary>A pool with its open round.</summary>
public sealed record PoolCard(
    Guid Id, string Name, string Topic, Guid? OfferId, Guid? GroupId, string PolicyName, int RoundHours,
    Guid RoundId, int RoundNumber, DateTimeOffset OpensAt, DateTimeOffset ClosesAt, PublicCount Needs, bool IStewardIt);
