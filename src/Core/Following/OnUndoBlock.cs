using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Vocabulary;
using PostMoney.Core.Federation;
using PostMoney.Core.Federation.Inbox;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Following;

/// <summary>Somebody elsewhere takes a block back: their own, and nobody else's (security case O-11).</summary>
public sealed class OnUndoBlock(PostMoneyDb db) : IActivityHandler
{
    /// <inheritdoc />
    public async Task<Result<ApplyActivity>> CheckAsync(ReceivedActivity received, CancellationToken ct)
    {
        var named = received.ObjectId?.Value;
        var inner = received.Activity.Object?.As<Activity>();
        if (inner?.IdOf("actor") is { } actor && !actor.Equals(received.SenderId))
        {
            return FederationRefusals.NotTheirs;
        }

        var target = inner?.Type == "Block" ? inner.IdOf("object")?.Value : null;
        var sender = received.Sender.Id;
        var block = await db.Blocks.AsNoTracking().FirstOrDefaultAsync(
            b => b.ActorId == sender && (b.ActivityUri == named || db.Actors.Any(a => a.Id == b.TargetId && a.Uri == target)), ct);
        return block is null
            ? FederationRefusals.Unknown
            : new ApplyActivity(apply => db.Blocks.Where(b => b.Id == block.Id).ExecuteDeleteAsync(apply));
    }
}
