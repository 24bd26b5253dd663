using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Vocabulary;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation;
using PostMoney.Core.Federation.Inbox;
using PostMoney.Core.Federation.Outbox;
using PostMoney.Core.Foundation;
using PostMoney.Core.Groups;
using PostMoney.Core.Notifications;

namespace PostMoney.Core.Following;

/// <summary>Somebody elsewhere asks to follow somebody here, and is answered at once: yes, unless that account has moved, or a group's stewards decide first.</summary>
public sealed class OnFollow(PostMoneyDb db, OutboxWriter outbox, Notifier notifier, NodeIds ids, TimeProvider clock) : IActivityHandler
{
    /// <inheritdoc />
    public async Task<Result<ApplyActivity>> CheckAsync(ReceivedActivity received, CancellationToken ct)
    {
        var uri = received.ObjectId?.Value;
        var followed = await db.Actors.AsNoTracking().FirstOrDefaultAsync(actor => actor.Uri == uri && actor.LocalId != null, ct);
        return followed is null || await db.IsHiddenAsync(followed, ct) || await db.BlocksAsync(followed.Id, received.Sender, ct)
            ? FederationRefusals.Unknown
            : new ApplyActivity(apply => ApplyAsync(received, followed, apply));
    }

    private async Task ApplyAsync(ReceivedActivity received, Actors.Actor followed, CancellationToken ct)
    {
        var follower = received.Sender;
        var isTaken = followed.MovedTo is null;
        if (isTaken && await db.HasToAskAsync(follower, followed, clock.GetUtcNow(), ct) && !await IsFollowerAsync(follower, followed, ct))
        {
            isTaken = false;
            if (await AskAsync(received, followed, ct))
            {
                return;
            }
        }

        if (isTaken)
        {
            await KeepAsync(received, followed, FollowState.Accepted, ct);
        }

        // Answered each time: whoever asks again may not have heard the first answer. What they sent is named and not quoted:
        // their own context and proof would mean something else within ours.
        var asked = JsonSerializer.SerializeToElement(new { id = received.Id.Value, type = "Follow", actor = follower.Uri, @object = followed.Uri });
        var answer = new Activity { Type = isTaken ? "Accept" : "Reject", To = [follower.Uri] }.With("object", asked).As<Activity>();
        await outbox.AddAsync(followed, answer, [follower], ct);
    }

    private Task<bool> IsFollowerAsync(Actors.Actor follower, Actors.Actor followed, CancellationToken ct) =>
        db.Follows.AnyAsync(f => f.FollowerId == follower.Id && f.FollowedId == followed.Id && f.State == FollowState.Accepted, ct);

    // False where as many wait as can.
    private async Task<bool> AskAsync(ReceivedActivity received, Actors.Actor followed, CancellationToken ct)
    {
        var waiting = await db.Follows.Where(f => f.FollowedId == followed.Id && f.State == FollowState.Asked).Select(f => f.FollowerId).ToListAsync(ct);
        if (!waiting.Contains(received.Sender.Id))
        {
            if (waiting.Count >= AskForGroup.MostWaiting)
            {
                return false;
            }

            await AskForGroup.TellAsync(notifier, received.Sender, followed, ct);
        }

        await KeepAsync(received, followed, FollowState.Asked, ct);
        return true;
    }

    private async Task KeepAsync(ReceivedActivity received, Actors.Actor followed, FollowState state, CancellationToken ct)
    {
        var follower = received.Sender;
        var follow = await db.Follows.FirstOrDefaultAsync(f => f.FollowerId == follower.Id && f.FollowedId == followed.Id, ct);
        if (follow is null)
        {
            db.Follows.Add(new Follow
            {
                Id = ids.Next(),
                FollowerId = follower.Id,
                FollowedId = followed.Id,
                ActivityUri = received.Id.Value,
                State = state,
                At = received.ReceivedAt,
            });
            if (followed is { Kind: ActorKind.Person, LocalId: { } memberId } && !await db.AvoidsAsync(followed.Id, follower, ct))
            {
                notifier.Tell(memberId, "follow.new", "actor", follower.Id, $"{follower.Name} ({follower.Address}) follows you.");
            }
        }
        else
        {
            (follow.ActivityUri, follow.State) = (received.Id.Value, state);
        }
    }
}
