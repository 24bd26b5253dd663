using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;

namespace PostMoney.Core.Offers;

/// <summary>Which units are taken when. The only writer of uses, and so the keeper of "never promised twice".</summary>
public sealed class UnitCalendar(PostMoneyDb db, NodeIds ids)
{
    private static readonly Func<PostMoneyDb, Guid[], DateTimeOffset, IAsyncEnumerable<Taken>> _taken = EF.CompileAsyncQuery(
        (PostMoneyDb db, Guid[] offerIds, DateTimeOffset moment) => db.UnitUses.AsNoTracking()
            .Where(use => offerIds.Contains(use.OfferId) && use.ReleasedAt == null && use.FromAt <= moment && use.ToAt > moment)
            .GroupBy(use => use.OfferId)
            .Select(uses => new Taken(uses.Key, uses.Count())));

    /// <summary>Uses of these offers that touch the window.</summary>
    public async Task<IReadOnlyList<UnitUse>> OfAsync(IReadOnlyList<Guid> offerIds, Window window, CancellationToken ct) =>
        await db.UnitUses.AsNoTracking()
            .Where(use => offerIds.Contains(use.OfferId) && use.ReleasedAt == null && use.FromAt < window.To && use.ToAt > window.From)
            .ToListAsync(ct);

    /// <summary>How many units of each offer are taken at the moment; an offer of which none is has no entry.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> TakenAsync(IReadOnlyList<Guid> offerIds, DateTimeOffset moment, CancellationToken ct) =>
        await _taken(db, [.. offerIds], moment).ToDictionaryAsync(line => line.OfferId, line => line.Count, cancellationToken: ct);

    /// <summary>The lowest unit that is free for the whole window, or null. Call it within a change, before which all is flushed.</summary>
    internal async Task<int?> FindFreeUnitAsync(Offer offer, Window window, CancellationToken ct)
    {
        if (!offer.Window.Contains(window))
        {
            return null;
        }

        var taken = await db.UnitUses
            .Where(use => use.OfferId == offer.Id && use.ReleasedAt == null && use.FromAt < window.To && use.ToAt > window.From)
            .Select(use => use.Unit)
            .ToListAsync(ct);
        var unit = Enumerable.Range(1, offer.Units).Except(taken).FirstOrDefault();
        return unit == 0 ? null : unit;
    }

    /// <summary>Takes a unit for a window; the caller's change saves it.</summary>
    internal UnitUse Take(Offer offer, int unit, UnitPurpose purpose, Guid? memberId, Window window)
    {
        var use = new UnitUse
        {
            Id = ids.Next(),
            OfferId = offer.Id,
            Unit = unit,
            Purpose = purpose,
            MemberId = memberId,
            Topic = offer.Topic,
            FromAt = window.From,
            ToAt = window.To,
        };
        db.UnitUses.Add(use);
        return use;
    }

    private sealed record Taken(Guid OfferId, int Count);
}
