using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Posts;

namespace PostMoney.Core.Timelines;

/// <summary>Makes cards of posts that somebody has already been allowed to see. Cost: four queries, the first with a look-up or a count for each card.</summary>
public sealed class PostCards(PostMoneyDb db)
{
    /// <summary>Most different emoji that are shown with one post.</summary>
    public const int MostEmoji = 8;

    private static readonly Func<PostMoneyDb, Guid, CancellationToken, Task<Guid>> _actor = EF.CompileAsyncQuery(
        (PostMoneyDb db, Guid me, CancellationToken _) => db.Actors.Where(actor => actor.LocalId == me).Select(actor => actor.Id).FirstOrDefault());

    private static readonly Func<PostMoneyDb, List<Guid>, IAsyncEnumerable<Counted>> _emoji = EF.CompileAsyncQuery(
        (PostMoneyDb db, List<Guid> posts) => db.Reactions.AsNoTracking()
            .Where(r => posts.Contains(r.PostId) && r.Kind == ReactionKind.Emoji)
            .GroupBy(r => new { r.PostId, r.Emoji })
            .Select(group => new Counted(group.Key.PostId, group.Key.Emoji, group.Count())));

    /// <summary>Cards in the order of the query.</summary>
    internal async Task<List<PostCard>> OfAsync(IQueryable<Post> posts, Viewer viewer, CancellationToken ct)
    {
        var me = viewer.MemberId ?? Guid.Empty;
        var actor = await ActorOfAsync(viewer, ct);
        var rows = await posts
            .Select(post => new
            {
                post,
                Author = db.Actors.Where(a => a.Id == post.AuthorId).Select(a => new { a.Name, a.Handle, a.Host }).First(),
                GroupTitle = db.Groups.Where(group => group.Id == post.GroupId).Select(group => group.Title).FirstOrDefault(),
                Answers = db.Posts.Count(answer => answer.ReplyToId == post.Id && answer.DeletedAt == null),
                Likes = db.Reactions.Count(r => r.PostId == post.Id && r.Kind == ReactionKind.Like),
                Boosts = db.Reactions.Count(r => r.PostId == post.Id && r.Kind == ReactionKind.Boost),
                ILike = db.Reactions.Any(r => r.PostId == post.Id && r.Kind == ReactionKind.Like && r.ActorId == actor),
                IBoosted = db.Reactions.Any(r => r.PostId == post.Id && r.Kind == ReactionKind.Boost && r.ActorId == actor),
                IsPinned = db.PinnedPosts.Any(pin => pin.PostId == post.Id),
                IKeep = db.Bookmarks.Any(kept => kept.PostId == post.Id && kept.MemberId == me),
            })
            .ToListAsync(ct);
        var emoji = await EmojiAsync([.. rows.Select(row => row.post.Id)], ct);
        var photos = await PhotosAsync([.. rows.Where(row => row.post.IsLocal).Select(row => row.post.Id)], ct);
        var files = await FilesAsync([.. rows.Where(row => !row.post.IsLocal).Select(row => row.post.Id)], ct);
        return [.. rows.Select(row => new PostCard
        {
            Id = row.post.Id,
            EntryId = row.post.Id,
            AuthorName = row.Author.Name,
            AuthorAddress = $"@{row.Author.Handle}@{row.Author.Host}",
            IsLocal = row.post.IsLocal,
            Kind = row.post.Kind,
            Title = row.post.Title,
            Warning = row.post.Warning,
            Content = row.post.Content,
            Photos = [.. photos[row.post.Id]],
            Files = [.. files[row.post.Id]],
            Language = row.post.Language,
            Visibility = row.post.Visibility,
            GroupTitle = row.GroupTitle,
            Page = row.post.Page,
            IsAnswer = row.post.ReplyToUri is not null,
            PublishedAt = row.post.PublishedAt,
            EditedAt = row.post.EditedAt,
            Answers = row.Answers,
            Likes = row.Likes,
            Boosts = row.Boosts,
            Emoji = emoji.TryGetValue(row.post.Id, out var answers) ? answers : [],
            ILike = row.ILike,
            IBoosted = row.IBoosted,
            IKeep = row.IKeep,
            IsPinned = row.IsPinned,
            IsMine = actor != Guid.Empty && row.post.AuthorId == actor,
        })];
    }

    /// <summary>By what the viewer acts; no actor's id for those who have not done so yet, and for strangers.</summary>
    internal async Task<Guid> ActorOfAsync(Viewer viewer, CancellationToken ct) => viewer.MemberId is { } me ? await _actor(db, me, ct) : Guid.Empty;

    private async Task<Dictionary<Guid, List<EmojiCount>>> EmojiAsync(List<Guid> posts, CancellationToken ct)
    {
        if (posts.Count == 0)
        {
            return [];
        }

        var counts = await _emoji(db, posts).ToListAsync(ct);
        return counts.GroupBy(count => count.PostId).ToDictionary(
            group => group.Key,
            group => group.OrderByDescending(count => count.Count).ThenBy(count => count.Emoji, StringComparer.Ordinal).Take(MostEmoji)
                .Select(count => new EmojiCount(count.Emoji, count.Count)).ToList());
    }

    /// <summary>The photos of posts that the viewer has already been allowed to see.</summary>
    internal async Task<ILookup<Guid, PhotoOnCard>> PhotosAsync(List<Guid> posts, CancellationToken ct) =>
        (posts.Count == 0 ? [] : await db.Photos.AsNoTracking().Where(photo => posts.Contains(photo.PostId)).OrderBy(photo => photo.Position).ToListAsync(ct))
            .ToLookup(photo => photo.PostId, photo => new PhotoOnCard(photo.Id, photo.Position, photo.Description, photo.Width, photo.Height));

    private async Task<ILookup<Guid, FileOnCard>> FilesAsync(List<Guid> posts, CancellationToken ct) =>
        (posts.Count == 0 ? [] : await db.PostAttachments.AsNoTracking().Where(file => posts.Contains(file.PostId)).OrderBy(file => file.Position).ToListAsync(ct))
            .ToLookup(file => file.PostId, file => new FileOnCard(file.Kind, file.Address, new Uri(file.Address).Host, file.Name));

    private sealed record Counted(Guid PostId, string Emoji, int Count);
}
