using System.Net;
using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation.Documents;
using PostMoney.Core.Items;
using PostMoney.Core.Members;
using PostMoney.Core.Posts;
using PostMoney.Core.Storage;

namespace PostMoney.Core.Timelines.Feeds;

/// <summary>What everybody may see, as feeds. Nobody is signed in here: a feed says what it says to all, and what is on no public timeline is in none.</summary>
public sealed class PublicFeeds(PostMoneyDb db, NodeSettings settings, NodeAddress address, TimeProvider clock)
{
    /// <summary>Entries in a feed.</summary>
    public const int Length = 20;

    private const int LongestTitle = 80;

    /// <summary>What a member says; null where there is no such member.</summary>
    public async Task<Feed?> OfMemberAsync(string handle, CancellationToken ct)
    {
        var name = handle.ToLowerInvariant();
        var member = await db.Members.AsNoTracking().FirstOrDefaultAsync(m => m.Handle == name && m.State == MemberState.Active, ct);
        return member is null
            ? null
            : new Feed($"{member.DisplayName} (@{member.Handle}@{address.Host})", "", $"/@{member.Handle}", await EntriesAsync(
                Posts().Where(post => db.Actors.Any(actor => actor.Id == post.AuthorId && actor.LocalId == member.Id)), ct));
    }

    /// <summary>What is said under a hashtag, here and by those elsewhere who are known here.</summary>
    public async Task<Feed> TaggedAsync(string tag, CancellationToken ct)
    {
        var word = tag.ToLowerInvariant();
        var limited = db.Limited(clock.GetUtcNow());
        return new Feed($"#{word} · {await NodeNameAsync(ct)}", "", $"/tags/{Uri.EscapeDataString(word)}", await EntriesAsync(
            Posts().Where(post => db.PostTags.Any(t => t.Tag == word && t.PostId == post.Id) && !limited.Any(actor => actor.Id == post.AuthorId)), ct));
    }

    /// <summary>What is needed and offered in the community.</summary>
    public async Task<Feed> ItemsAsync(CancellationToken ct)
    {
        var rows = await db.Items.AsNoTracking().VisibleTo(Viewer.Stranger, db, clock.GetUtcNow())
            .Where(item => item.State == ItemState.Open)
            .OrderByDescending(item => item.Id)
            .Take(Length)
            .Select(item => new
            {
                item,
                Author = db.Members.Where(member => member.Id == item.AuthorId).Select(member => member.DisplayName).FirstOrDefault()
                    ?? db.Groups.Where(group => group.Id == item.AuthorId).Select(group => group.Title).FirstOrDefault(),
            })
            .ToListAsync(ct);
        return new Feed(
            $"Needs and offers · {await NodeNameAsync(ct)}", await settings.FindAsync(NodeSettings.Summary, ct) ?? "", "/",
            [.. rows.Select(row => new FeedEntry(
                row.item.Urn, $"{row.item.Kind}: {row.item.Title}", $"/items/{row.item.Id:D}", row.Author ?? "A former member",
                string.Concat(row.item.Summary.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"<p>{WebUtility.HtmlEncode(line)}</p>")),
                row.item.PublishedAt, row.item.RevisedAt, []))]);
    }

    private IQueryable<Post> Posts() =>
        db.Posts.AsNoTracking().VisibleTo(Viewer.Stranger, db).Where(post => post.Visibility == PostVisibility.Public);

    private async Task<IReadOnlyList<FeedEntry>> EntriesAsync(IQueryable<Post> posts, CancellationToken ct)
    {
        var rows = await posts.OrderByDescending(post => post.Id).Take(Length)
            .Select(post => new { post, Author = db.Actors.Where(actor => actor.Id == post.AuthorId).Select(actor => actor.Name).First() })
            .ToListAsync(ct);
        var photos = await PhotosAsync([.. rows.Where(row => row.post.IsLocal && row.post.Warning.Length == 0).Select(row => row.post.Id)], ct);
        return [.. rows.Select(row => Entry(row.post, row.Author, [.. photos[row.post.Id]]))];
    }

    // What stands behind a warning is opened on the page: readers of feeds would be shown it at once.
    private static FeedEntry Entry(Post post, string author, IReadOnlyList<FeedPhoto> photos) => new(
        post.Uri,
        Title(post),
        post.IsLocal ? $"/posts/{post.Id:D}" : post.Page,
        author,
        post.Warning.Length > 0 ? $"<p>{WebUtility.HtmlEncode(post.Warning)}</p>" : post.Content,
        post.PublishedAt,
        post.EditedAt ?? post.PublishedAt,
        photos);

    private async Task<ILookup<Guid, FeedPhoto>> PhotosAsync(List<Guid> posts, CancellationToken ct) =>
        (await db.Photos.AsNoTracking().Where(photo => posts.Contains(photo.PostId)).OrderBy(photo => photo.Position)
            .Select(photo => new { photo, Size = db.PhotoFiles.Where(file => file.PhotoId == photo.Id && file.Width == photo.Width).Select(file => file.Bytes.Length).First() })
            .ToListAsync(ct))
        .ToLookup(row => row.photo.PostId, row => new FeedPhoto(NodeAddress.PathOfPhoto(row.photo.Id), row.Size, row.photo.Description, row.photo.Width, row.photo.Height));

    private static string Title(Post post)
    {
        var text = post.Title.Length > 0 ? post.Title : post.Warning.Length > 0 ? post.Warning : CleanHtml.TextOf(post.Content).ReplaceLineEndings(" ");
        return text.Length == 0 ? "…" : PlainText.Cut(text, LongestTitle);
    }

    private async Task<string> NodeNameAsync(CancellationToken ct) => await settings.FindAsync(NodeSettings.Name, ct) ?? "PostMoney";
}
