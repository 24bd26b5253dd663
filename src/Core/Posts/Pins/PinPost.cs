using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Vocabulary;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation;
using PostMoney.Core.Federation.Outbox;
using PostMoney.Core.Foundation;
using Actor = PostMoney.Core.Actors.Actor;

namespace PostMoney.Core.Posts.Pins;

/// <summary>A member puts a post of their own first on their page, or takes it from there. Doing it twice changes nothing.</summary>
/// <remarks>Mastodon's <c>featured</c>; told by <c>Add</c> and <c>Remove</c>.</remarks>
public sealed class PinPost(PostMoneyDb db, LocalActors local, OutboxWriter outbox, NodeAddress address, TimeProvider clock)
{
    /// <summary>Puts it first.</summary>
    public async Task<Result<Done>> ExecuteAsync(Viewer viewer, Guid postId, CancellationToken ct)
    {
        if (!await db.Posts.VisibleTo(viewer, db).AnyAsync(post => post.Id == postId, ct) || await local.MemberAsync(viewer.Id, ct) is not { } me)
        {
            return PostRefusals.NotFound;
        }

        await using var change = await db.BeginChangeAsync(ct);
        var post = await db.Posts.AsNoTracking().FirstOrDefaultAsync(p => p.Id == postId && p.DeletedAt == null, ct);
        if (post is null)
        {
            return PostRefusals.NotFound;
        }

        if (post.AuthorId != me.Id)
        {
            return PostRefusals.NotYours;
        }

        if (post.Visibility is not (PostVisibility.Public or PostVisibility.Unlisted))
        {
            return PostRefusals.NotForPinning;
        }

        var pinned = await db.PinnedPosts.AsNoTracking().Where(pin => pin.ActorId == me.Id).Select(pin => pin.PostId).ToListAsync(ct);
        if (pinned.Contains(postId))
        {
            return Done.Value;
        }

        if (pinned.Count >= PinnedPost.Most)
        {
            return PostRefusals.TooManyPinned;
        }

        db.PinnedPosts.Add(new PinnedPost { ActorId = me.Id, PostId = postId, At = clock.GetUtcNow() });
        await TellAsync("Add", me, post, ct);
        await change.SaveAsync(ct);
        return Done.Value;
    }

    /// <summary>Takes it from there.</summary>
    public async Task<Result<Done>> UndoAsync(Viewer viewer, Guid postId, CancellationToken ct)
    {
        if (await local.MemberAsync(viewer.Id, ct) is not { } me)
        {
            return PostRefusals.NotFound;
        }

        await using var change = await db.BeginChangeAsync(ct);
        var pin = await db.PinnedPosts.FirstOrDefaultAsync(p => p.ActorId == me.Id && p.PostId == postId, ct);
        if (pin is null)
        {
            return Done.Value;
        }

        db.PinnedPosts.Remove(pin);
        await TellAsync("Remove", me, await db.Posts.AsNoTracking().FirstAsync(p => p.Id == postId, ct), ct);
        await change.SaveAsync(ct);
        return Done.Value;
    }

    private async Task TellAsync(string type, Actor me, Post post, CancellationToken ct)
    {
        if (!address.IsKnown || !address.IsOurs(post.Uri))
        {
            return;
        }

        var activity = new Activity
        {
            Type = type,
            Object = ActivityObject.Reference(WebId.Parse(post.Uri)),
            Target = ActivityObject.Reference(WebId.Parse(FeaturedDocument.AddressOf(me))),
            To = [Audience.Everybody],
            Cc = [me.Followers!],
        };
        await outbox.AddAsync(me, activity, await outbox.FollowersAsync(me.Id, ct), ct);
    }
}
