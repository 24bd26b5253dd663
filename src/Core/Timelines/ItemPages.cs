using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Categories;
using PostMoney.Core.Items;
using PostMoney.Core.Relations;

namespace PostMoney.Core.Timelines;

/// <summary>One item with all of its projection, for those who may see it.</summary>
public sealed class ItemPages(PostMoneyDb db, ItemCards cards, CategoryCatalog categories, AccessCheck access)
{
    /// <summary>The item, or null where there is nothing for this viewer.</summary>
    public async Task<ItemPage?> FindAsync(Viewer viewer, Guid itemId, CancellationToken ct)
    {
        var item = await db.Items.AsNoTracking().FirstOrDefaultAsync(i => i.Id == itemId, ct);
        if (item is null || !await MaySeeAsync(viewer, item, ct) || !CategoryId.TryParse(item.Category, out var id))
        {
            return null;
        }

        var card = (await cards.OfAsync(db.Items.AsNoTracking().Where(i => i.Id == itemId), viewer, ct))[0];
        var category = await categories.FindAsync(id, ct);
        var newest = await db.ItemVersions.AsNoTracking().Where(v => v.ItemId == itemId).OrderByDescending(v => v.Version).FirstAsync(ct);
        using var sections = JsonDocument.Parse(item.Sections);
        return new ItemPage(
            card, item.Category, category!.Title, category.Schema, sections.RootElement.Clone(), item.Version, item.Issuer, item.GroupId,
            item.Discoverable, item.SealedNames.Split(',', StringSplitOptions.RemoveEmptyEntries), Encoding.UTF8.GetString(newest.Record),
            item.RevisedAt, (item as Need)?.AskedOfferId, item.AuthorId, await ReadersAsync(item, ct));
    }

    private async Task<IReadOnlyList<string>> ReadersAsync(Item item, CancellationToken ct) => item.Visibility != Visibility.Direct
        ? []
        : await db.Relations.AsNoTracking()
            .Where(r => r.ObjectType == ObjectTypes.Item && r.ObjectId == item.Id && r.Name == RelationNames.Reader && r.ToAt == null)
            .Join(db.Members, r => r.SubjectId, member => member.Id, (r, member) => member.Handle)
            .OrderBy(handle => handle)
            .ToListAsync(ct);

    private async Task<bool> MaySeeAsync(Viewer viewer, Item item, CancellationToken ct)
    {
        if (item.State == ItemState.Withdrawn)
        {
            return AccessCheck.Owns(viewer, item);
        }

        // Both sides of a permit see what it is about, whoever else may.
        return (await access.CheckAsync(viewer, Permission.See, new Resource.OfItem(item.Id, item), ct)).IsAllowed
            || (viewer.IsMember && await db.Assignments.AnyAsync(
                a => (a.OfferId == item.Id && a.AssigneeId == viewer.MemberId)
                    || (a.NeedId == item.Id && db.Offers.Any(o => o.Id == a.OfferId && o.AuthorId == viewer.MemberId)),
                ct));
    }
}

/// <summary>An item with all of its projection.</summary>
public sealed record ItemPage(
    ItemCard Card, string Category, string CategoryTitle, CategorySchema Schema, JsonElement Sections, int Version, string Issuer,
    Guid? GroupId, bool Discoverable, IReadOnlyList<string> SealedNames, string Record, DateTimeOffset RevisedAt, Guid? AskedOfferId, Guid AuthorId, IReadOnlyList<string> ReaderHandles);
