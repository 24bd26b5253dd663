using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Http.Fetching;
using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Vocabulary;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation;
using PostMoney.Core.Federation.Inbox;
using PostMoney.Core.Foundation;
using PostMoney.Core.Notifications;
using PostMoney.Core.Posts.Threads;

namespace PostMoney.Core.Posts;

/// <summary>Somebody elsewhere likes a post that is known here, answers it with an emoji, or passes one on.</summary>
/// <remarks>A picture that only its own server has counts as a like. FEP-c0e0: an emoji may come in a <c>Like</c>, too. What is passed on by somebody who is followed here is read from its own address, and from nowhere else.</remarks>
public sealed class OnReaction(PostMoneyDb db, TakeInPost takeIn, WantThread want, Notifier notifier, NodeIds ids) : IActivityHandler
{
    /// <inheritdoc />
    public async Task<Result<ApplyActivity>> CheckAsync(ReceivedActivity received, CancellationToken ct)
    {
        if (received.ObjectId is not { } id)
        {
            return FederationRefusals.NotUnderstood;
        }

        var kind = KindOf(received.Activity);
        var known = await db.Posts.AsNoTracking().FirstOrDefaultAsync(post => post.Uri == id.Value && post.DeletedAt == null, ct);
        if (known is not null)
        {
            if (await db.BlocksAsync(known.AuthorId, received.Sender, ct))
            {
                return FederationRefusals.Unknown;
            }

            return IsForAll(known.Visibility) || kind != ReactionKind.Boost
                ? new ApplyActivity(apply => ApplyAsync(received, known, kind, apply))
                : FederationRefusals.NotTheirs;
        }

        // What a group passes on as an activity is for another to read.
        if (received.Activity.Object?.Type is { } type && !TakeInPost.Understands(type))
        {
            return FederationRefusals.Ignored;
        }

        return kind == ReactionKind.Boost && await db.Follows.AnyAsync(follow => follow.FollowedId == received.Sender.Id, ct)
            ? await ReadAsync(received, id, ct)
            : FederationRefusals.Unknown;
    }

    private static ReactionKind KindOf(Activity activity) =>
        activity.Is("Announce") ? ReactionKind.Boost : TextEmoji.Read(activity.Reaction) is not null ? ReactionKind.Emoji : ReactionKind.Like;

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
        var emoji = kind == ReactionKind.Emoji ? TextEmoji.Read(received.Activity.Reaction)! : "";
        var before = await db.Reactions.AsNoTracking().Where(r => r.PostId == post.Id && r.ActorId == sender.Id && r.Kind == kind).Select(r => r.Emoji).ToListAsync(ct);
        if (before.Contains(emoji) || before.Count >= Reaction.MostEmoji)
        {
            return;
        }

        db.Reactions.Add(new Reaction
        {
            Id = ids.Next(),
            PostId = post.Id,
            ActorId = sender.Id,
            Kind = kind,
            Emoji = emoji,
            ActivityUri = received.Id.Value,
            At = received.ReceivedAt,
        });
        var author = await db.Actors.AsNoTracking().FirstOrDefaultAsync(actor => actor.Id == post.AuthorId, ct);
        if (author is { LocalId: { } memberId, Kind: ActorKind.Person } && !await db.AvoidsAsync(author.Id, sender, ct))
        {
            var (notice, text) = kind switch
            {
                ReactionKind.Boost => ("post.boosted", $"{sender.Name} passed your post on."),
                ReactionKind.Emoji => ("post.liked", $"{sender.Name} answers your post with {emoji}"),
                _ => ("post.liked", $"{sender.Name} likes your post."),
            };
            notifier.Tell(memberId, notice, "post", post.Id, text);
        }
    }

    private static bool IsForAll(PostVisibility visibility) => visibility is PostVisibility.Public or PostVisibility.Unlisted;
}
