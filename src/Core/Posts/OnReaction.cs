using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Http.Fetching;
using PostMoney.ActivityStreams.Origins;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation;
using PostMoney.Core.Federation.Inbox;
using PostMoney.Core.Foundation;
using PostMoney.Core.Notifications;
using PostMoney.Core.Posts.Threads;

namespace PostMoney.Core.Posts;

/// <summary>Somebody elsewhere likes a post that is known here, or passes one on.</summary>
/// <remarks>What is passed on by somebody who is followed here is read from its own address, and from nowhere else.</remarks>
public sealed class OnReaction(PostMoneyDb db, TakeInPost takeIn, WantThread want, Notifier notifier, NodeIds ids) : IActivityHandler
{
    /// <inheritdoc />
    public async Task<Result<ApplyActivity>> CheckAsync(ReceivedActivity received, CancellationToken ct)
    {
        if (received.ObjectId is not { } id)
        {
            return FederationRefusals.NotUnderstood;
        }

        var kind = received.Activity.Is("Announce") ? ReactionKind.Boost : ReactionKind.Like;
        var known = await db.Posts.AsNoTracking().FirstOrDefaultAsync(post => post.Uri == id.Value && post.DeletedAt == null, ct);
        if (known is not null)
        {
            return IsForAll(known.Visibility) || kind == ReactionKind.Like
                ? new ApplyActivity(apply => ApplyAsync(received, known, kind, apply))
                : FederationRefusals.NotTheirs;
        }

        return kind == ReactionKind.Boost && await db.Follows.AnyAsync(follow => follow.FollowedId == received.Sender.Id, ct)
            ? await ReadAsync(received, id, ct)
            : FederationRefusals.Unknown;
    }

    private async Task<Result<ApplyActivity>> ReadAsync(ReceivedActivity received, WebId id, CancellationToken ct)
    {
        var read = await takeIn.FetchAsync(id, new FetchBudget(), ct);
        if (!read.TryGet(out var found))
        {
            return read.Refusal;
        }

        return IsForAll(found.Visibility(found.Author))
            ? new ApplyActivity(apply => KeepAsync(received, found, apply))
            : FederationRefusals.NotTheirs;
    }

    private async Task KeepAsync(ReceivedActivity received, ReadPost found, CancellationToken ct)
    {
        var post = await takeIn.KeepAsync(found, ct);
        await want.TakenInAsync(post, ct);
        await ApplyAsync(received, post, ReactionKind.Boost, ct);
    }

    private async Task ApplyAsync(ReceivedActivity received, Post post, ReactionKind kind, CancellationToken ct)
    {
        var sender = received.Sender;
        if (await db.Reactions.AnyAsync(r => r.PostId == post.Id && r.ActorId == sender.Id && r.Kind == kind, ct))
        {
            return;
        }

        db.Reactions.Add(new Reaction
        {
            Id = ids.Next(),
            PostId = post.Id,
            ActorId = sender.Id,
            Kind = kind,
            ActivityUri = received.Id.Value,
            At = received.ReceivedAt,
        });
        var author = await db.Actors.AsNoTracking().FirstOrDefaultAsync(actor => actor.Id == post.AuthorId, ct);
        if (author is { LocalId: { } memberId, Kind: ActorKind.Person })
        {
            notifier.Tell(memberId, kind == ReactionKind.Like ? "post.liked" : "post.boosted", "post", post.Id,
                kind == ReactionKind.Like ? $"{sender.Name} likes your post." : $"{sender.Name} passed your post on.");
        }
    }

    private static bool IsForAll(PostVisibility visibility) => visibility is PostVisibility.Public or PostVisibility.Unlisted;
}
