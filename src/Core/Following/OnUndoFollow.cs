using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Federation;
using PostMoney.Core.Federation.Inbox;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Following;

/// <summary>Somebody elsewhere follows somebody here no more. Only the follower can say so (security case O-11).</summary>
/// <remarks>Some servers name the follow by its id, some embed it, and some name nothing but whom they followed.</remarks>
public sealed class OnUndoFollow(PostMoneyDb db) : IActivityHandler
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

        var followed = inner?.IdOf("object")?.Value ?? named;
        var sender = received.Sender.Id;
        var follow = await db.Follows.AsNoTracking().FirstOrDefaultAsync(
            f => f.FollowerId == sender
                && (f.ActivityUri == named || db.Actors.Any(a => a.Id == f.FollowedId && a.Uri == followed && a.LocalId != null)),
            ct);
        return follow is null
            ? FederationRefusals.Unknown
            : new ApplyActivity(apply => db.Follows.Where(f => f.Id == follow.Id).ExecuteDeleteAsync(apply));
    }
}
