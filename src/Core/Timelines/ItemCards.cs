using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Items;
using PostMoney.Core.Offers;

namespace PostMoney.Core.Timelines;

/// <summary>Makes cards of items that somebody has already been allowed to see. Cost: two queries, however many cards.</summary>
public sealed class ItemCards(PostMoneyDb db, UnitCalendar calendar, TimeProvider clock)
{
    /// <summary>Cards in the order of the query.</summary>
    internal async Task<IReadOnlyList<ItemCard>> OfAsync(IQueryable<Item> items, Viewer viewer, CancellationToken ct)
    {
        // Names by look-up and not by join: a join of a page is sorted once more.
        var rows = await items
            .Select(item => new
            {
                item,
                Author = db.Members.Where(member => member.Id == item.AuthorId).Select(member => member.DisplayName).FirstOrDefault()
                    ?? db.Groups.Where(group => group.Id == item.AuthorId).Select(group => group.Title).FirstOrDefault(),
                GroupTitle = db.Groups.Where(group => group.Id == item.GroupId).Select(group => group.Title).FirstOrDefault(),
                GroupName = db.Groups.Where(group => group.Id == item.GroupId).Select(group => group.Name).FirstOrDefault(),
            })
            .ToListAsync(ct);
        var offers = rows.Select(row => row.item).OfType<Offer>().Select(offer => offer.Id).ToList();
        var taken = offers.Count == 0
            ? new Dictionary<Guid, int>()
            : await calendar.TakenAsync(offers, clock.GetUtcNow(), ct);
        return [.. rows.Select(row => Card(row.item, row.Author, row.GroupTitle, row.GroupName, taken, viewer))];
    }

    private static ItemCard Card(
        Item item, string? author, string? groupTitle, string? groupName, IReadOnlyDictionary<Guid, int> taken, Viewer viewer) => new()
        {
            Id = item.Id,
            Kind = item.Kind,
            Topic = item.Topic,
            Title = item.Title,
            Summary = item.Summary,
            AuthorName = author ?? "A former member",
            GroupTitle = groupTitle,
            GroupName = groupName,
            Window = item.Window,
            State = item.State,
            Visibility = item.Visibility,
            Priority = (item as Need)?.Priority,
            Units = (item as Offer)?.Units,
            FreeUnits = item is Offer offer ? Math.Max(0, offer.Units - taken.GetValueOrDefault(offer.Id)) : null,
            HasPayload = item.HasPayload,
            PublishedAt = item.PublishedAt,
            IsMine = AccessCheck.Owns(viewer, item),
        };
}
