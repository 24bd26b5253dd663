using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Categories;
using PostMoney.Core.Items;

namespace PostMoney.Core.Search;

/// <summary>Finds open items by words, category, kind and time, among those that the viewer may see.</summary>
public sealed class SearchItems(PostMoneyDb db, TimeProvider clock)
{
    /// <summary>Most results on a page.</summary>
    public const int PageSize = 20;

    /// <summary>The best matches first; without words, the newest. Cost: one index look-up and up to 21 rows.</summary>
    public async Task<SearchPage> FindAsync(Viewer viewer, SearchQuestion question, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var items = Filter(db.Items.AsNoTracking().VisibleTo(viewer, db, now), question);
        if (viewer.MemberId is { } me)
        {
            var avoided = db.AvoidedNeighbours(me);
            items = items.Where(item => !avoided.Contains(item.AuthorId));
        }

        var match = Match(question.Words);
        var ordered = match is null
            ? items.OrderByDescending(item => item.Id)
            : items.Join(
                    db.Database.SqlQuery<SearchHit>(
                        $"""
                         SELECT e.item_id AS ItemId, i.rank AS Rank
                         FROM search_index AS i JOIN search_entries AS e ON e.id = i.rowid
                         WHERE search_index MATCH {match} ORDER BY i.rank LIMIT 1000
                         """),
                    item => item.Id, hit => hit.ItemId, (item, hit) => new { item, hit.Rank })
                .OrderBy(found => found.Rank)
                .ThenByDescending(found => found.item.Id)
                .Select(found => found.item);
        var page = Math.Clamp(question.Page, 1, 50);
        var found = await ordered.Skip((page - 1) * PageSize).Take(PageSize + 1).Select(item => item.Id).ToListAsync(ct);
        return new SearchPage([.. found.Take(PageSize)], page, found.Count > PageSize);
    }

    private static IQueryable<Item> Filter(IQueryable<Item> items, SearchQuestion question)
    {
        items = items.Where(item => item.State == ItemState.Open && item.Discoverable);
        if (question.Kind is { } kind)
        {
            items = items.Where(item => item.Kind == kind);
        }

        if (!string.IsNullOrEmpty(question.Topic))
        {
            items = items.Where(item => item.Topic == question.Topic);
        }

        if (question.From is { } from)
        {
            items = items.Where(item => item.WindowTo > from);
        }

        if (question.To is { } to)
        {
            items = items.Where(item => item.WindowFrom < to);
        }

        return items;
    }

    // Each word is quoted, so that no character of it is read as an operator; the last one matches as a beginning.
    private static string? Match(string? words)
    {
        var terms = (words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(word => new string([.. word.Where(letter => letter != '"' && !char.IsControl(letter))]))
            .Where(word => word.Any(char.IsLetterOrDigit))
            .Take(8)
            .Select(word => $"\"{(word.Length > 40 ? word[..40] : word)}\"")
            .ToArray();
        return terms.Length == 0 ? null : string.Join(' ', terms) + "*";
    }

    private sealed record SearchHit(Guid ItemId, double Rank);
}

/// <summary>What somebody looks for.</summary>
/// <param name="Words">Words, or null.</param>
/// <param name="Kind">Needs or offers, or null for both.</param>
/// <param name="Topic">A category's topic, or null.</param>
/// <param name="From">Usable after this moment.</param>
/// <param name="To">Usable before this moment.</param>
/// <param name="Page">1 to 50.</param>
public sealed record SearchQuestion(
    string? Words = null, ItemKind? Kind = null, string? Topic = null, DateTimeOffset? From = null, DateTimeOffset? To = null, int Page = 1);

/// <summary>A page of results.</summary>
public sealed record SearchPage(IReadOnlyList<Guid> ItemIds, int Page, bool HasMore);
