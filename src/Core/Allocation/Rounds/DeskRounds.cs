using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Allocation.Pools;

namespace PostMoney.Core.Allocation.Rounds;

/// <summary>Rounds as those see them who look after their pools: with exact counts, and with what went wrong.</summary>
public sealed class DeskRounds(PostMoneyDb db, TimeProvider clock)
{
    private const int MostDrawn = 20;

    /// <summary>Failed rounds first, then open ones by when they close, then the newest that were drawn.</summary>
    public async Task<IReadOnlyList<DeskRound>> OfAsync(Viewer viewer, CancellationToken ct)
    {
        if (!viewer.HasDesk)
        {
            return [];
        }

        var now = clock.GetUtcNow();
        var mine = Of(viewer);
        var failed = await Lines(mine.Where(line => line.Round.State == RoundState.Failed).OrderBy(line => line.Round.ClosesAt)).ToListAsync(ct);
        var open = await Lines(mine
                .Where(line => line.Round.State == RoundState.Collecting && (line.Pool.ClosedAt == null || line.Round.ClosesAt > now))
                .OrderBy(line => line.Round.ClosesAt))
            .ToListAsync(ct);
        var drawn = await Lines(mine.Where(line => line.Round.State == RoundState.Drawn)
                .OrderByDescending(line => line.Round.DrawnAt)
                .Take(MostDrawn))
            .ToListAsync(ct);
        var gathered = await GatheredNeeds.ReadAsync(db, ct);
        return
        [
            .. failed.Concat(open).Select(round => round with { Needs = gathered.Of(round.Topic, round.OfferId) }),
            .. drawn,
        ];
    }

    /// <summary>One round, however old, or null.</summary>
    public async Task<DeskRound?> FindAsync(Viewer viewer, Guid roundId, CancellationToken ct)
    {
        var found = viewer.HasDesk
            ? await Lines(Of(viewer).Where(line => line.Round.Id == roundId)).FirstOrDefaultAsync(ct)
            : null;
        return found is null or { State: RoundState.Drawn }
            ? found
            : found with { Needs = (await GatheredNeeds.ReadAsync(db, ct)).Of(found.Topic, found.OfferId) };
    }

    /// <summary>What was proposed about a drawn round, or null. For those who look after it.</summary>
    public async Task<RoundVoiding?> VoidingAsync(Viewer viewer, Guid roundId, CancellationToken ct) =>
        viewer.HasDesk && await Of(viewer).AnyAsync(line => line.Round.Id == roundId, ct)
            ? await db.RoundVoidings.AsNoTracking().FirstOrDefaultAsync(voiding => voiding.RoundId == roundId, ct)
            : null;

    private IQueryable<Line> Of(Viewer viewer)
    {
        var groups = viewer.StewardedGroupIds;
        var all = viewer.IsSteward;
        return db.Rounds.AsNoTracking()
            .Join(db.Pools, round => round.PoolId, pool => pool.Id, (round, pool) => new Line { Round = round, Pool = pool })
            .Where(line => all || (line.Pool.GroupId != null && groups.Contains(line.Pool.GroupId.Value)));
    }

    private IQueryable<DeskRound> Lines(IQueryable<Line> lines) => lines.Select(line => new DeskRound(
        line.Round.Id, line.Pool.Id, line.Pool.Name, line.Pool.Topic, line.Pool.OfferId, line.Round.Number, line.Round.State,
        line.Round.ClosesAt, line.Round.DrawnAt, line.Round.Problem,
        db.DrawnLines.Count(drawn => drawn.RoundId == line.Round.Id),
        db.DrawnLines.Count(drawn => drawn.RoundId == line.Round.Id && drawn.Outcome == "allotted")));

    private sealed class Line
    {
        public required Round Round { get; init; }

        public required Pool Pool { get; init; }
    }
}

/// <summary>A round at the desk. <c>Needs</c> are those that were drawn, or wait to be.</summary>
public sealed record DeskRound(
    Guid Id, Guid PoolId, string PoolName, string Topic, Guid? OfferId, int Number, RoundState State, DateTimeOffset ClosesAt,
    DateTimeOffset? DrawnAt, string? Problem, int Needs, int Served);
