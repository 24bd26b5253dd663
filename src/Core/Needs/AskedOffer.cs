using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;

namespace PostMoney.Core.Needs;

/// <summary>What holds between a need and the one offer that it asks for.</summary>
public sealed class AskedOffer(PostMoneyDb db, TimeProvider clock)
{
    /// <summary>What speaks against asking for it, or null.</summary>
    internal async Task<Refusal?> ProblemAsync(Viewer viewer, ItemContent need, CancellationToken ct)
    {
        if (need.AskedOfferId is not { } id)
        {
            return null;
        }

        var offer = await db.Offers.AsNoTracking().VisibleTo(viewer, db, clock.GetUtcNow())
            .FirstOrDefaultAsync(o => o.Id == id && o.State == ItemState.Open, ct);
        if (offer is null || offer.Topic != need.Category.Topic)
        {
            return NeedRefusals.Offer;
        }

        if (offer.AuthorId == viewer.MemberId)
        {
            return NeedRefusals.OwnOffer;
        }

        return offer.Window.Contains(need.Window) ? null : NeedRefusals.OutsideOffer;
    }
}
