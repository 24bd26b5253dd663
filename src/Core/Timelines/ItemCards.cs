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
        var rows = await items
            .LeftJoin(db.Members, item => item.AuthorId, member => member.Id, (item, member) => new { item, Author = member!.DisplayName })
            .LeftJoin(db.Groups, row => row.item.AuthorId, group => group.Id, (row, group) => new { row.item, row.Author, AuthorGroup = group!.Title })
            .LeftJoin(db.Groups, row => row.item.GroupId, group => group.Id, (row, group) => new
            {
                row.item,
                Author = row.Author ?? row.AuthorGroup,
                GroupTitle = group!.Title,
                GroupName = group!.Name,
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
