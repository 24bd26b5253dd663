using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Federation;
using PostMoney.Core.Federation.Inbox;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Posts;

/// <summary>Somebody elsewhere takes a like, an emoji or a boost back: their own, and nobody else's (security case O-11).</summary>
public sealed class OnUndoReaction(PostMoneyDb db) : IActivityHandler
{
    /// <inheritdoc />
    public async Task<Result<ApplyActivity>> CheckAsync(ReceivedActivity received, CancellationToken ct)
    {
        var named = received.ObjectId?.Value;
        var inner = received.Activity.Object?.As<ActivityStreams.Vocabulary.Activity>();
        if (inner?.IdOf("actor") is { } actor && !actor.Equals(received.SenderId))
        {
            return FederationRefusals.NotTheirs;
        }

        var post = inner?.IdOf("object")?.Value;
        ReactionKind? kind = inner?.Type switch { "Like" or "EmojiReact" => ReactionKind.Like, "Announce" => ReactionKind.Boost, _ => null };
        var emoji = (kind == ReactionKind.Like ? TextEmoji.Read(inner?.Reaction) : null) ?? "";
        kind = emoji.Length > 0 ? ReactionKind.Emoji : kind;
        var sender = received.Sender.Id;
        var reaction = await db.Reactions.AsNoTracking().FirstOrDefaultAsync(
            r => r.ActorId == sender
                && (r.ActivityUri == named || (r.Kind == kind && r.Emoji == emoji && db.Posts.Any(p => p.Id == r.PostId && p.Uri == post))),
            ct);
        return reaction is null
            ? FederationRefusals.Unknown
            : new ApplyActivity(apply => db.Reactions.Where(r => r.Id == reaction.Id).ExecuteDeleteAsync(apply));
    }
}
