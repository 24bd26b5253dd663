using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;
using PostMoney.Core.Search;

namespace PostMoney.Core.Offers;

/// <summary>Whoever published an offer takes it back. A tombstone stays; what was sealed is destroyed.</summary>
public sealed class WithdrawOffer(PostMoneyDb db, TakeBackItem takeBack, SearchIndex search, TimeProvider clock)
{
    /// <summary>Withdraws it, unless somebody holds a permit for it.</summary>
    public async Task<Result<Done>> ExecuteAsync(Viewer viewer, Guid offerId, ReadOnlyMemory<byte> tombstone, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(ct);
        var withdrawn = await takeBack.ApplyAsync<Offer>(viewer, offerId, tombstone, ct);
        if (!withdrawn.TryGet(out var offer))
        {
            return withdrawn.Refusal;
        }

        var now = clock.GetUtcNow();
        if (await db.UnitUses.AnyAsync(
            use => use.OfferId == offerId && use.ReleasedAt == null && use.ToAt > now && use.Purpose == UnitPurpose.Use, ct))
        {
            return OfferRefusals.Promised;
        }

        await search.PutAsync(offer, ct);
        await change.SaveAsync(ct);
        return Done.Value;
    }
}
