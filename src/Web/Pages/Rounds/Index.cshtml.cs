using PostMoney.Core.Allocation.Pools;
using PostMoney.Core.Allocation.Rounds;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Rounds;

/// <summary>Draws that are open and draws that were held, for everybody.</summary>
public sealed class IndexModel(PoolList pools, RoundPages rounds) : NodePage
{
    private const int Shown = 30;

    public IReadOnlyList<PoolCard> Open { get; private set; } = [];

    public IReadOnlyList<RoundCard> Drawn { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Open = [.. (await pools.OpenAsync(Viewer, ct)).OrderBy(pool => pool.ClosesAt)];
        Drawn = await rounds.DrawnAsync(Shown, ct);
    }
}
