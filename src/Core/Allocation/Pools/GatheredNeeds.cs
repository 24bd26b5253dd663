using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Items;

namespace PostMoney.Core.Allocation.Pools;

/// <summary>
/// How many open needs each pool has gathered. A need that asks for an offer with a pool of its own is drawn there; one that is shown
/// to named people alone is in no topic's pool, unless it asks for one offer.
/// </summary>
internal sealed class GatheredNeeds
{
    private readonly List<Asking> _asking;
    private readonly HashSet<Guid> _alone;

    private GatheredNeeds(List<Asking> asking, HashSet<Guid> alone) => (_asking, _alone) = (asking, alone);

    internal static async Task<GatheredNeeds> ReadAsync(PostMoneyDb db, CancellationToken ct)
    {
        var asking = await db.Needs.AsNoTracking().Where(need => need.State == ItemState.Open)
            .Where(need => need.Visibility != Visibility.Direct || need.AskedOfferId != null)
            .GroupBy(need => new { need.Topic, need.AskedOfferId })
            .Select(needs => new Asking(needs.Key.Topic, needs.Key.AskedOfferId, needs.Count()))
            .ToListAsync(ct);
        var alone = await db.Pools.AsNoTracking().Where(pool => pool.ClosedAt == null && pool.OfferId != null)
            .Select(pool => pool.OfferId!.Value)
            .ToListAsync(ct);
        return new GatheredNeeds(asking, [.. alone]);
    }

    internal int Of(string topic, Guid? offerId) => _asking
        .Where(needs => offerId is { } one
            ? needs.OfferId == one
            : needs.Topic == topic && (needs.OfferId is not { } asked || !_alone.Contains(asked)))
        .Sum(needs => needs.Count);

    private sealed record Asking(string Topic, Guid? OfferId, int Count);
}
