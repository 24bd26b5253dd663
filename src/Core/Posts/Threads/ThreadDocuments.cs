using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Vocabulary;
using PostMoney.Core.Actors;

namespace PostMoney.Core.Posts.Threads;

/// <summary>Conversations that began on this node, and the answers to its posts, for other servers to walk: by their ids, and only what everybody may read.</summary>
/// <remarks>FEP-7888 and FEP-f228; Activity Vocabulary §4, <c>replies</c>. The oldest first.</remarks>
public sealed class ThreadDocuments(PostMoneyDb db, NodeAddress address, TimeProvider clock)
{
    /// <summary>Posts on a page.</summary>
    public const int PageSize = 50;

    /// <summary>A conversation; null where none began with this post, or not before everybody.</summary>
    /// <param name="rootId">The post that it began with.</param>
    /// <param name="page">Which page, or null for the collection itself.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<byte[]?> ContextAsync(Guid rootId, ThreadPage? page, CancellationToken ct)
    {
        var uri = address.OfContext(rootId);
        return await ForAll().Where(post => post.Id == rootId && post.IsLocal && post.Context == uri).FirstOrDefaultAsync(ct) is { } root
            ? await WriteAsync("Ordered", uri, root, ForAll().Where(post => post.ThreadId == root.ThreadId), page, ct)
            : null;
    }

    /// <summary>The answers to a post of this node; null where there is no such post for everybody.</summary>
    /// <inheritdoc cref="ContextAsync" />
    public async Task<byte[]?> RepliesAsync(Guid postId, ThreadPage? page, CancellationToken ct) =>
        await ForAll().Where(post => post.Id == postId && post.IsLocal).FirstOrDefaultAsync(ct) is { } answered
            ? await WriteAsync("", address.OfReplies(postId), answered, ForAll().Where(post => post.ReplyToId == postId), page, ct)
            : null;

    private IQueryable<Post> ForAll()
    {
        var limited = db.Limited(clock.GetUtcNow());
        return db.Posts.AsNoTracking().Where(post => post.DeletedAt == null
            && (post.Visibility == PostVisibility.Public || post.Visibility == PostVisibility.Unlisted) && !limited.Any(actor => actor.Id == post.AuthorId));
    }

    private async Task<byte[]> WriteAsync(string order, string uri, Post first, IQueryable<Post> posts, ThreadPage? page, CancellationToken ct)
    {
        if (page is null)
        {
            var author = await db.Actors.Where(actor => actor.Id == first.AuthorId).Select(actor => actor.Uri).FirstAsync(ct);
            return new Collection
            {
                Id = WebId.Parse(uri),
                Type = order + "Collection",
                AttributedTo = [ActivityObject.Reference(WebId.Parse(author))],
                TotalItems = await posts.LongCountAsync(ct),
                First = Page(uri, null),
            }.WithContext().ToUtf8();
        }

        var later = page.After is { } last ? posts.Where(post => post.Id.CompareTo(last) > 0) : posts;
        var found = await later.OrderBy(post => post.Id).Take(PageSize + 1).Select(post => new { post.Id, post.Uri }).ToListAsync(ct);
        var shown = found.Take(PageSize).ToList();
        return new Collection
        {
            Id = WebId.Parse(Address(uri, page.After)),
            Type = order + "CollectionPage",
            PartOf = ActivityObject.Reference(WebId.Parse(uri)).As<Collection>(),
            Next = found.Count > PageSize ? Page(uri, shown[^1].Id) : null,
            Items = [.. shown.Where(post => WebId.TryParse(post.Uri, out _)).Select(post => ActivityObject.Reference(WebId.Parse(post.Uri)))],
        }.WithContext().ToUtf8();
    }

    private static Collection Page(string uri, Guid? after) => ActivityObject.Reference(WebId.Parse(Address(uri, after))).As<Collection>();

    private static string Address(string uri, Guid? after) => after is { } last ? $"{uri}?page=true&after={last:D}" : uri + "?page=true";
}

/// <summary>A page of a conversation.</summary>
/// <param name="After">The last post of the page before, or null.</param>
public sealed record ThreadPage(Guid? After);
