using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation;
using PostMoney.Core.Federation.Inbox;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Following;

/// <summary>Somebody elsewhere blocks somebody here, who does not learn of it: neither sees the other from now on.</summary>
public sealed class OnBlock(PostMoneyDb db, NodeIds ids) : IActivityHandler
{
    /// <inheritdoc />
    public async Task<Result<ApplyActivity>> CheckAsync(ReceivedActivity received, CancellationToken ct)
    {
        var uri = received.ObjectId?.Value;
        var blocked = await db.Actors.AsNoTracking().FirstOrDefaultAsync(actor => actor.Uri == uri && actor.LocalId != null, ct);
        return blocked is null ? FederationRefusals.Unknown : new ApplyActivity(apply => ApplyAsync(received, blocked.Id, apply));
    }

    private async Task ApplyAsync(ReceivedActivity received, Guid blockedId, CancellationToken ct)
    {
        var sender = received.Sender.Id;
        await db.Follows
            .Where(f => (f.FollowerId == sender && f.FollowedId == blockedId) || (f.FollowerId == blockedId && f.FollowedId == sender))
            .ExecuteDeleteAsync(ct);
        if (await db.Blocks.FirstOrDefaultAsync(block => block.ActorId == sender && block.TargetId == blockedId, ct) is { } known)
        {
            known.ActivityUri = received.Id.Value;
            return;
        }

        db.Blocks.Add(new Block
        {
            Id = ids.Next(),
            ActorId = sender,
            TargetId = blockedId,
            Kind = BlockKind.Block,
            ActivityUri = received.Id.Value,
            At = received.ReceivedAt,
        });
    }
}
