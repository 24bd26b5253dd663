using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Posts;

namespace PostMoney.Core.Timelines;

/// <summary>What people say, newest first, as far as the viewer may see it: queries, not copies.</summary>
public sealed class PostTimelines(PostMoneyDb db, PostCards cards, TimeProvider clock)
{
    /// <summary>Posts on a page.</summary>
    public const int PageSize = 20;

    private static readonly Func<PostMoneyDb, Guid, CancellationToken, Task<bool>> _hasPinned = EF.CompileAsyncQuery(
        (PostMoneyDb db, Guid actorId, CancellationToken _) => db.PinnedPosts.Any(pin => pin.ActorId == actorId));

    private static readonly PostVisibility[] _onTimelines = [PostVisibility.Public, PostVisibility.Node, PostVisibility.Group];

    /// <summary>What is said on this node, answers left out.</summary>
    public Task<PostPage> CommunityAsync(Viewer viewer, Guid? before, CancellationToken ct) =>
        PageAsync(Shown(viewer).Where(post => post.IsLocal && post.ItemId == null && post.ReplyToUri == null && _onTimelines.Contains(post.Visibility)), viewer, before, ct);

    /// <summary>What everybody may see of what is known here, of this node and others.</summary>
    public Task<PostPage> FederatedAsync(Viewer viewer, Guid? before, CancellationToken ct) =>
        PageAsync(Unlimited(viewer).Where(post => post.ReplyToUri == null && post.ItemId == null), viewer, before, ct);

    /// <summary>What everybody may see under a hashtag.</summary>
    public Task<PostPage> TaggedAsync(Viewer viewer, string tag, Guid? before, CancellationToken ct) =>
        PageAsync(
            Unlimited(viewer).Where(post => db.PostTags.Any(t => t.Tag == tag && t.PostId == post.Id)), viewer, before, ct);

    /// <summary>What somebody says, but for what they have put first.</summary>
    public Task<PostPage> OfAsync(Viewer viewer, Guid actorId, Guid? before, CancellationToken ct) => PageAsync(
        Shown(viewer).Where(post => post.AuthorId == actorId && post.Visibility != PostVisibility.Direct && !db.PinnedPosts.Any(pin => pin.PostId == post.Id)),
        viewer, before, ct);

    /// <summary>What somebody has put first on their page.</summary>
    public async Task<IReadOnlyList<PostCard>> PinnedAsync(Viewer viewer, Guid actorId, CancellationToken ct) => !await _hasPinned(db, actorId, ct) ? [] : await cards.OfAsync(
        Shown(viewer).Where(post => post.AuthorId == actorId)
            .Join(db.PinnedPosts, post => post.Id, pin => pin.PostId, (post, pin) => new { post, pin.At })
            .OrderByDescending(pinned => pinned.At)
            .Select(pinned => pinned.post),
        viewer, ct);

    /// <summary>What a group has passed on to those who follow it, and not taken out again.</summary>
    public Task<PostPage> InGroupAsync(Viewer viewer, Guid groupId, Guid? before, CancellationToken ct)
    {
        var passed = db.GroupPosts.Where(one => one.RemovedAt == null && db.Actors.Any(actor => actor.Id == one.ActorId && actor.LocalId == groupId)).Select(one => one.PostId);
        return PageAsync(Shown(viewer).Where(post => passed.Contains(post.Id)), viewer, before, ct);
    }

    /// <summary>What the viewer has kept, the newest post first.</summary>
    public Task<PostPage> KeptAsync(Viewer viewer, Guid? before, CancellationToken ct)
    {
        var me = viewer.Id;
        return PageAsync(Shown(viewer).Where(post => db.Bookmarks.Any(kept => kept.PostId == post.Id && kept.MemberId == me)), viewer, before, ct);
    }

    /// <summary>What those say and pass on whom the viewer follows, with the viewer's own and what was said to them.</summary>
    public async Task<PostPage> HomeAsync(Viewer viewer, Guid? before, CancellationToken ct)
    {
        var actor = await cards.ActorOfAsync(viewer, ct);
        var followed = db.Follows.Where(f => f.FollowerId == actor && f.State == FollowState.Accepted).Select(f => f.FollowedId);
        var ids = await SaidAsync(viewer, actor, followed, before, ct);
        var said = await cards.OfAsync(Shown(viewer).Where(post => ids.Contains(post.Id)), viewer, ct);
        var boosts = await BoostsAsync(viewer, followed, before, ct);
        return Cut([.. said.Concat(boosts).OrderByDescending(card => card.EntryId).DistinctBy(card => card.Id)]);
    }

    /// <summary>A conversation: a post, all that it answers, and all that answers it, the oldest first. Null where the viewer may not see the post.</summary>
    public async Task<IReadOnlyList<PostCard>?> ThreadAsync(Viewer viewer, Guid postId, CancellationToken ct)
    {
        var thread = await Shown(viewer).Where(post => post.Id == postId).Select(post => (Guid?)post.ThreadId).FirstOrDefaultAsync(ct);
        return thread is null
            ? null
            : await cards.OfAsync(Shown(viewer).Where(post => post.ThreadId == thread).OrderBy(post => post.PublishedAt).ThenBy(post => post.Id).Take(200), viewer, ct);
    }

    /// <summary>What a post said before, the newest first; none where the viewer may not see the post.</summary>
    public async Task<IReadOnlyList<PostVersion>> VersionsAsync(Viewer viewer, Guid postId, CancellationToken ct) => await db.PostVersions.AsNoTracking()
        .Where(version => version.PostId == postId && Shown(viewer).Any(post => post.Id == postId))
        .OrderByDescending(version => version.Version)
        .ToListAsync(ct);

    /// <summary>What the viewer wrote, to change it; null where it is not theirs.</summary>
    public async Task<PostSource?> SourceAsync(Viewer viewer, Guid postId, CancellationToken ct)
    {
        var me = viewer.Id;
        var found = await Shown(viewer).Where(post => post.Id == postId && post.Source != null && db.Actors.Any(a => a.Id == post.AuthorId && a.LocalId == me))
            .Select(post => new { post.Source, post.Warning })
            .FirstOrDefaultAsync(ct);
        return found is null ? null : new PostSource(found.Source!, found.Warning, [.. (await cards.PhotosAsync([postId], ct))[postId]]);
    }

    /// <summary>The group that a post is for, or null.</summary>
    public Task<Guid?> GroupOfAsync(Viewer viewer, Guid postId, CancellationToken ct) =>
        Shown(viewer).Where(post => post.Id == postId).Select(post => post.GroupId).FirstOrDefaultAsync(ct);

    // What is for everybody, without the servers that stewards have limited.
    private IQueryable<Post> Unlimited(Viewer viewer)
    {
        var limited = db.Limited(clock.GetUtcNow());
        return Shown(viewer).Where(post => post.Visibility == PostVisibility.Public && !limited.Any(actor => actor.Id == post.AuthorId));
    }

    private IQueryable<Post> Shown(Viewer viewer) => db.Posts.AsNoTracking().VisibleTo(viewer, db);

    private static IQueryable<Post> Page(IQueryable<Post> posts, Guid? before) =>
        (before is { } last ? posts.Where(post => post.Id.CompareTo(last) < 0) : posts).OrderByDescending(post => post.Id).Take(PageSize + 1);

    private async Task<PostPage> PageAsync(IQueryable<Post> posts, Viewer viewer, Guid? before, CancellationToken ct) =>
        Cut(await cards.OfAsync(Page(posts, before), viewer, ct));

    private static PostPage Cut(List<PostCard> found) =>
        new([.. found.Take(PageSize)], found.Count > PageSize ? found[PageSize - 1].EntryId : null);

    // What those say whom somebody follows, their own, and what was said to them.
    private async Task<List<Guid>> SaidAsync(Viewer viewer, Guid actor, IQueryable<Guid> followed, Guid? before, CancellationToken ct)
    {
        var older = db.Posts.AsNoTracking();
        var meant = db.PostReaders.AsNoTracking().Where(reader => reader.ActorId == actor);
        if (before is { } last)
        {
            older = older.Where(post => post.Id.CompareTo(last) < 0);
            meant = meant.Where(reader => reader.PostId.CompareTo(last) < 0);
        }

        var lately = older.OrderByDescending(post => post.Id).Take(NewestOf.Lately);
        var said = await NewestOf.OfAsync(
            lately.VisibleTo(viewer, db).Select(post => new Entry { Id = post.Id, By = post.AuthorId }),
            older.VisibleTo(viewer, db).Select(post => new Entry { Id = post.Id, By = post.AuthorId }),
            followed.Concat(db.Actors.Where(a => a.Id == actor).Select(a => a.Id)), PageSize + 1, ct);
        var heard = await meant.OrderByDescending(reader => reader.PostId)
            .Where(reader => Shown(viewer).Any(post => post.Id == reader.PostId))
            .Select(reader => reader.PostId).Take(PageSize + 1).ToListAsync(ct);
        return [.. said.Concat(heard).Distinct().OrderDescending().Take(PageSize + 1)];
    }

    private async Task<IEnumerable<PostCard>> BoostsAsync(Viewer viewer, IQueryable<Guid> followed, Guid? before, CancellationToken ct)
    {
        var older = db.Reactions.AsNoTracking();
        if (before is { } last)
        {
            older = older.Where(r => r.Id.CompareTo(last) < 0);
        }

        var newest = await NewestOf.OfAsync(
            older.OrderByDescending(r => r.Id).Take(NewestOf.Lately).Where(r => r.Kind == ReactionKind.Boost).Select(r => new Entry { Id = r.Id, By = r.ActorId }),
            older.Where(r => r.Kind == ReactionKind.Boost).Select(r => new Entry { Id = r.Id, By = r.ActorId }),
            followed, PageSize + 1, ct);
        var boosts = await db.Reactions.AsNoTracking().Where(r => newest.Contains(r.Id)).OrderByDescending(r => r.Id)
            .Select(r => new { r.Id, r.PostId, By = db.Actors.Where(a => a.Id == r.ActorId).Select(a => a.Name).First() })
            .ToListAsync(ct);
        var ids = boosts.Select(boost => boost.PostId).ToList();
        var posts = (await cards.OfAsync(Shown(viewer).Where(post => ids.Contains(post.Id)), viewer, ct)).ToDictionary(card => card.Id);
        return boosts.Where(boost => posts.ContainsKey(boost.PostId))
            .Select(boost => posts[boost.PostId] with { EntryId = boost.Id, BoostedBy = boost.By });
    }
}

/// <summary>What a member wrote, to change it.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Warning">What is said before it is opened; may be empty.</param>
/// <param name="Photos">Its photos, in order.</param>
public sealed record PostSource(string Text, string Warning, IReadOnlyList<PhotoOnCard> Photos);
