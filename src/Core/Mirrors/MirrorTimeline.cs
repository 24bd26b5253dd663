using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Categories;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Mirrors;

/// <summary>Needs and offers of other nodes, newest first. They are public where they come from, so that everybody may see them.</summary>
public sealed class MirrorTimeline(PostMoneyDb db, TimeProvider clock)
{
    /// <summary>Cards on a page.</summary>
    public const int PageSize = 20;

    /// <summary>A page of those whose window is not over.</summary>
    /// <param name="viewer">Who looks: they see none of those whom they avoid.</param>
    /// <param name="before">The last id of the page before, or null.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>One more than a page where there are more.</returns>
    public async Task<IReadOnlyList<MirrorCard>> PageAsync(Viewer viewer, Guid? before, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var limited = db.Limited(now);
        var suspended = db.Suspended();
        var items = db.MirroredItems.AsNoTracking().Where(item => item.WithdrawnAt == null && item.WindowTo > now && !limited.Any(actor => actor.Id == item.AuthorId)
            && !suspended.Any(actor => actor.Id == item.AuthorId));
        if (viewer.MemberId is { } me)
        {
            var avoided = db.AvoidedBy(me);
            items = items.Where(item => !avoided.Contains(item.AuthorId));
        }

        if (before is { } last)
        {
            items = items.Where(item => item.Id.CompareTo(last) < 0);
        }

        return await items.OrderByDescending(item => item.Id).Take(PageSize + 1)
            .Select(item => new MirrorCard(
                item.Id, item.Kind, item.Topic, item.Title, item.Summary, new Window(item.WindowFrom, item.WindowTo), item.Page, item.Authority, item.UpdatedAt,
                db.Actors.Where(actor => actor.Id == item.AuthorId).Select(actor => actor.Name).First(),
                db.Actors.Where(actor => actor.Id == item.AuthorId).Select(actor => actor.Host).First()))
            .ToListAsync(ct);
    }
}

/// <summary>A need or an offer of another node, in a list.</summary>
public sealed record MirrorCard(
    Guid Id, ItemKind Kind, string Topic, string Title, string Summary, Window Window, string Page, string Authority, DateTimeOffset UpdatedAt,
    string AuthorName, string Host);
