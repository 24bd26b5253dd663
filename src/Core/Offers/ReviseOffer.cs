using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Categories;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;
using PostMoney.Core.Search;

namespace PostMoney.Core.Offers;

/// <summary>Whoever published an offer changes it: a new version, with a new key for what is sealed.</summary>
public sealed class ReviseOffer(PostMoneyDb db, AccessCheck access, TakeInItem takeIn, SearchIndex search, TimeProvider clock)
{
    /// <summary>Takes the next version in. Permits that are out stay valid and open the new payload.</summary>
    public async Task<Result<Guid>> ExecuteAsync(Viewer viewer, Guid offerId, Submission submission, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(ct);
        var offer = await db.Offers.FirstOrDefaultAsync(o => o.Id == offerId, ct);
        if (offer is null || !(await access.CheckAsync(viewer, Permission.Change, new Resource.OfItem(offer.Id, offer), ct)).IsAllowed)
        {
            return ItemRefusals.NotFound;
        }

        if (offer.State != ItemState.Open)
        {
            return ItemRefusals.NotAnyMore;
        }

        var read = await takeIn.ReadAsync(viewer, submission, ItemKind.Offer, offer, ct);
        if (!read.TryGet(out var taken))
        {
            return read.Refusals.ToList();
        }

        if (await PromisedOtherwiseAsync(offer.Id, taken.Content, ct) is { } promised)
        {
            return promised;
        }

        offer.Take(taken, clock.GetUtcNow());
        offer.Units = taken.Content.Units!.Value;
        await takeIn.StoreAsync(offer, taken, "item.revised", ct);
        await search.PutAsync(offer, ct);
        await change.SaveAsync(ct);
        return offer.Id;
    }

    private async Task<Refusal?> PromisedOtherwiseAsync(Guid offerId, ItemContent content, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var ahead = await db.UnitUses.AsNoTracking()
            .Where(use => use.OfferId == offerId && use.ReleasedAt == null && use.ToAt > now && use.Purpose == UnitPurpose.Use)
            .ToListAsync(ct);
        if (ahead.Any(use => use.Unit > content.Units))
        {
            return OfferRefusals.UnitsPromised;
        }

        // Of a use that has begun, only the rest has to fit.
        return ahead.All(use => content.Window.Contains(new Window(use.FromAt > now ? use.FromAt : now, use.ToAt)))
            ? null
            : OfferRefusals.WindowPromised;
    }
}
