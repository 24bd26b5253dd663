using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Categories;
using PostMoney.Core.Items;
using PostMoney.Core.Search;

namespace PostMoney.Core.Timelines;

/// <summary>What is open in the community, newest first, as far as the viewer may see it.</summary>
public sealed class CommunityTimeline(PostMoneyDb db, ItemCards cards, SearchItems search, TimeProvider clock)
{
    /// <summary>Cards on a page.</summary>
    public const int PageSize = 20;

    /// <summary>A page. Cost: it reads as many rows as it shows, however many there are.</summary>
    /// <param name="viewer">Who looks.</param>
    /// <param name="filter">What of it.</param>
    /// <param name="before">The last id of the page before, or null.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<TimelinePage> PageAsync(Viewer viewer, TimelineFilter filter, Guid? before, CancellationToken ct)
    {
        var items = db.Items.AsNoTracking().VisibleTo(viewer, db, clock.GetUtcNow()).Where(item => item.State == ItemState.Open);
        if (viewer.MemberId is { } me)
        {
            var avoided = db.AvoidedNeighbours(me);
            items = items.Where(item => !avoided.Contains(item.AuthorId));
        }

        if (filter.Kind is { } kind)
        {
            items = items.Where(item => item.Kind == kind);
        }

        if (!string.IsNullOrEmpty(filter.Topic))
        {
            items = items.Where(item => item.Topic == filter.Topic);
        }

        if (filter.GroupId is { } group)
        {
            items = items.Where(item => item.GroupId == group);
        }

        if (before is { } last)
        {
            items = items.Where(item => item.Id.CompareTo(last) < 0);
        }

        var found = await cards.OfAsync(items.OrderByDescending(item => item.Id).Take(PageSize + 1), viewer, ct);
        return new TimelinePage([.. found.Take(PageSize)], found.Count > PageSize ? found[PageSize - 1].Id : null);
    }

    /// <summary>What a search finds, as cards, best first.</summary>
    public async Task<FoundPage> FindAsync(Viewer viewer, SearchQuestion question, CancellationToken ct)
    {
        var page = await search.FindAsync(viewer, question, ct);
        var ids = page.ItemIds;
        var found = await cards.OfAsync(db.Items.AsNoTracking().Where(item => ids.Contains(item.Id)), viewer, ct);
        return new FoundPage([.. ids.Join(found, id => id, card => card.Id, (_, card) => card)], page.Page, page.HasMore);
    }
}

/// <summary>What of the timeline somebody wants to see.</summary>
/// <param name="Kind">Needs or offers, or null for both.</param>
/// <param name="Topic">A topic, or null.</param>
/// <param name="GroupId">A group, or null.</param>
public sealed record TimelineFilter(ItemKind? Kind = null, string? Topic = null, Guid? GroupId = null);

/// <summary>A page of the timeline.</summary>
/// <param name="Cards">The cards.</param>
/// <param name="Before">Where the next page goes on, or null at the end.</param>
public sealed record TimelinePage(IReadOnlyList<ItemCard> Cards, Guid? Before);

/// <summary>A page of what was found.</summary>
public sealed record FoundPage(IReadOnlyList<ItemCard> Cards, int Page, bool HasMore);
