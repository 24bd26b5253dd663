using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation;
using PostMoney.Core.Federation.Inbox;
using PostMoney.Core.Foundation;
using PostMoney.Core.Notifications;

namespace PostMoney.Core.Following;

/// <summary>Somebody elsewhere agrees to be followed, or does not, or no more. Only the one who was asked can answer (security case O-20).</summary>
public sealed class OnFollowAnswered(PostMoneyDb db, Notifier notifier) : IActivityHandler
{
    /// <inheritdoc />
    public async Task<Result<ApplyActivity>> CheckAsync(ReceivedActivity received, CancellationToken ct)
    {
        var id = received.ObjectId?.Value;
        var inner = received.Activity.Object?.As<ActivityStreams.Vocabulary.Activity>();
        var followerUri = inner?.IdOf("actor")?.Value;
        var me = received.Sender.Id;

        // By the id of what we sent; or, as some servers make up another one, by who follows whom.
        var follow = await db.Follows.AsNoTracking().FirstOrDefaultAsync(
            f => f.FollowedId == me
                && (f.ActivityUri == id || db.Actors.Any(a => a.Id == f.FollowerId && a.Uri == followerUri && a.LocalId != null)),
            ct);
        return follow is null ? FederationRefusals.Unknown : new ApplyActivity(apply => ApplyAsync(received, follow.Id, apply));
    }

    private async Task ApplyAsync(ReceivedActivity received, Guid followId, CancellationToken ct)
    {
        if (await db.Follows.FirstOrDefaultAsync(f => f.Id == followId, ct) is not { } follow)
        {
            return;
        }

        if (received.Activity.Is("Reject"))
        {
            db.Follows.Remove(follow);
            return;
        }

        if (follow.State == FollowState.Asked)
        {
            follow.State = FollowState.Accepted;
            var follower = await db.Actors.FirstAsync(actor => actor.Id == follow.FollowerId, ct);
            if (follower is { Kind: ActorKind.Person, LocalId: { } memberId })
            {
                notifier.Tell(memberId, "follow.accepted", "actor", follow.FollowedId, $"You follow {received.Sender.Name} now.");
            }
        }
    }
}
