using PostMoney.Core.Allocation.Pools;
using PostMoney.Core.Allocation.Rounds;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Desk;

/// <summary>The pools that a steward looks after with their rounds.</summary>
public sealed class RoundsModel(PoolList pools, DeskRounds rounds) : NodePage
{
    public IReadOnlyList<PoolCard> Pools { get; private set; } = [];

    public IReadOnlyList<DeskRound> Failed { get; private set; } = [];

    public IReadOnlyList<DeskRound> Open { get; private set; } = [];

    public IReadOnlyList<DeskRound> Drawn { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Pools = await pools.OpenAsync(Viewer, ct);
        var all = await rounds.OfAsync(Viewer, ct);
        Failed = [.. all.Where(round => round.State == RoundState.Failed)];
        Open = [.. all.Where(round => round.State == RoundState.Collecting)];
        Drawn = [.. all.Where(round => round.State == RoundState.Drawn)];
    }

    /// <summary>The policy of a pool, where the pool is still open.</summary>
    public PoolCard? PoolOf(DeskRound round) => Pools.FirstOrDefault(pool => pool.Id == round.PoolId);
}
