using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Vocabulary;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation;
using PostMoney.Core.Federation.Outbox;
using PostMoney.Core.Foundation;
using PostMoney.Core.Notifications;
using Actor = PostMoney.Core.Actors.Actor;

namespace PostMoney.Core.Posts;

/// <summary>A member likes a post or passes it on, or takes that back. Doing it twice changes nothing.</summary>
public sealed class ReactToPost(
    PostMoneyDb db, LocalActors local, OutboxWriter outbox, Notifier notifier, NodeAddress address, NodeIds ids, TimeProvider clock)
{
    /// <summary>Does it.</summary>
    public async Task<Result<Done>> ExecuteAsync(Viewer viewer, Guid postId, ReactionKind kind, CancellationToken ct)
    {
        var post = await db.Posts.AsNoTracking().VisibleTo(viewer, db).FirstOrDefaultAsync(p => p.Id == postId, ct);
        if (post is null)
        {
            return PostRefusals.NotFound;
        }

        if (kind == ReactionKind.Boost && post.Visibility is not (PostVisibility.Public or PostVisibility.Unlisted))
        {
            return PostRefusals.NotPublic;
        }

        if (await local.MemberAsync(viewer.Id, ct) is not { } me)
        {
            return PostRefusals.NotFound;
        }

        if (me.MovedTo is not null)
        {
            return PostRefusals.Moved;
        }

        await using var change = await db.BeginChangeAsync(ct);
        if (await db.Reactions.AnyAsync(r => r.PostId == postId && r.ActorId == me.Id && r.Kind == kind, ct))
        {
            return Done.Value;
        }

        var author = await db.Actors.AsNoTracking().FirstAsync(actor => actor.Id == post.AuthorId, ct);
        var id = ids.Next();
        db.Reactions.Add(new Reaction
        {
            Id = id,
            PostId = post.Id,
            ActorId = me.Id,
            Kind = kind,
            ActivityUri = await SendAsync(me, author, post, kind, ct) ?? address.OfActivity(id),
            At = clock.GetUtcNow(),
        });
        if (author is { LocalId: { } memberId, Kind: ActorKind.Person } && author.Id != me.Id && !await db.AvoidsAsync(author.Id, me, ct))
        {
            notifier.Tell(memberId, kind == ReactionKind.Like ? "post.liked" : "post.boosted", "post", post.Id,
                kind == ReactionKind.Like ? $"{me.Name} likes your post." : $"{me.Name} passed your post on.");
        }

        await change.SaveAsync(ct);
        return Done.Value;
    }

    /// <summary>Takes it back.</summary>
    public async Task<Result<Done>> UndoAsync(Viewer viewer, Guid postId, ReactionKind kind, CancellationToken ct)
    {
        if (!await db.Posts.VisibleTo(viewer, db).AnyAsync(p => p.Id == postId, ct))
        {
            return PostRefusals.NotFound;
        }

        if (await local.MemberAsync(viewer.Id, ct) is not { } me)
        {
            return PostRefusals.NotFound;
        }

        await using var change = await db.BeginChangeAsync(ct);
        var reaction = await db.Reactions.FirstOrDefaultAsync(r => r.PostId == postId && r.ActorId == me.Id && r.Kind == kind, ct);
        if (reaction is null)
        {
            return Done.Value;
        }

        db.Reactions.Remove(reaction);
        var post = await db.Posts.AsNoTracking().FirstAsync(p => p.Id == postId, ct);
        var author = await db.Actors.AsNoTracking().FirstAsync(actor => actor.Id == post.AuthorId, ct);
        await SendUndoAsync(me, author, post, reaction, ct);
        await change.SaveAsync(ct);
        return Done.Value;
    }

    private async Task<string?> SendAsync(Actor me, Actor author, Post post, ReactionKind kind, CancellationToken ct)
    {
        if (!address.IsKnown || post.Visibility is PostVisibility.Node or PostVisibility.Group || !WebId.TryParse(post.Uri, out var uri))
        {
            return null;
        }

        var reference = ActivityObject.Reference(uri);
        var activity = kind == ReactionKind.Like
            ? new Activity { Type = "Like", Object = reference, To = [author.Uri] }
            : new Activity { Type = "Announce", Object = reference, Published = clock.GetUtcNow(), To = [Audience.Everybody], Cc = [author.Uri, me.Followers!] };
        return (await outbox.AddAsync(me, activity, await ToAsync(me, author, kind, ct), ct)).Uri;
    }

    private async Task SendUndoAsync(Actor me, Actor author, Post post, Reaction reaction, CancellationToken ct)
    {
        if (!await db.OutboxActivities.AnyAsync(sent => sent.Uri == reaction.ActivityUri, ct))
        {
            return;
        }

        var type = reaction.Kind == ReactionKind.Like ? "Like" : "Announce";
        var undone = JsonSerializer.SerializeToElement(new { id = reaction.ActivityUri, type, actor = me.Uri, @object = post.Uri });
        var activity = new Activity { Type = "Undo", To = reaction.Kind == ReactionKind.Like ? [author.Uri] : [Audience.Everybody], Cc = [author.Uri] };
        await outbox.AddAsync(me, activity.With("object", undone).As<Activity>(), await ToAsync(me, author, reaction.Kind, ct), ct);
    }

    private async Task<IEnumerable<Actor>> ToAsync(Actor me, Actor author, ReactionKind kind, CancellationToken ct) =>
        kind == ReactionKind.Like ? [author] : [author, .. await outbox.FollowersAsync(me.Id, ct)];
}
