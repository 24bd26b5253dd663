using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Categories;

namespace PostMoney.Core.Timelines;

/// <summary>A member's own needs and offers in whatever state, and those of groups that they look after.</summary>
public sealed class OwnItems(PostMoneyDb db, ItemCards cards)
{
    /// <summary>The newest of one kind.</summary>
    public Task<IReadOnlyList<ItemCard>> OfAsync(Viewer viewer, ItemKind kind, int count, CancellationToken ct)
    {
        Guid[] mine = [viewer.Id, .. viewer.StewardedGroupIds];
        return cards.OfAsync(
            db.Items.AsNoTracking().Where(item => mine.Contains(item.AuthorId) && item.Kind == kind)
                .OrderByDescending(item => item.Id)
                .Take(count),
            viewer, ct);
    }
}
