using PostMoney.Core.Access;
using PostMoney.Core.Categories;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;
using PostMoney.Core.Search;

namespace PostMoney.Core.Offers;

/// <summary>A member, or a group by its steward, publishes what they can lend, host, drive, compute or care.</summary>
public sealed class PublishOffer(PostMoneyDb db, TakeInItem takeIn, SearchIndex search, TimeProvider clock)
{
    /// <summary>Publishes a signed offer.</summary>
    /// <returns>The offer's id.</returns>
    public async Task<Result<Guid>> ExecuteAsync(Viewer viewer, Submission submission, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(ct);
        var published = await AddAsync(viewer, submission, ct);
        if (published.IsGranted)
        {
            await change.SaveAsync(ct);
        }

        return published;
    }

    /// <summary>Publishes it within the caller's change.</summary>
    internal async Task<Result<Guid>> AddAsync(Viewer viewer, Submission submission, CancellationToken ct)
    {
        var read = await takeIn.ReadAsync(viewer, submission, ItemKind.Offer, newest: null, ct);
        if (!read.TryGet(out var taken))
        {
            return read.Refusals.ToList();
        }

        var offer = new Offer(taken, clock.GetUtcNow());
        db.Items.Add(offer);
        await takeIn.StoreAsync(offer, taken, "item.published", ct);
        await search.PutAsync(offer, ct);
        return offer.Id;
    }
}
