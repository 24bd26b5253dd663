using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Vocabulary;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation.Outbox;
using Actor = PostMoney.Core.Actors.Actor;

namespace PostMoney.Core.Following;

/// <summary>Ends who follows whom, within the caller's change, and tells the other server.</summary>
public sealed class EndFollows(PostMoneyDb db, OutboxWriter outbox)
{
    /// <summary>Between somebody of this node and somebody else, in both directions.</summary>
    internal async Task BetweenAsync(Actor mine, Actor other, CancellationToken ct)
    {
        var follows = await db.Follows
            .Where(f => (f.FollowerId == mine.Id && f.FollowedId == other.Id) || (f.FollowerId == other.Id && f.FollowedId == mine.Id))
            .ToListAsync(ct);
        foreach (var follow in follows)
        {
            await TellAsync(mine, other, follow, ct);
            db.Follows.Remove(follow);
        }
    }

    /// <summary>One's own follow is undone, somebody else's is rejected after all (ActivityPub §7.7).</summary>
    internal async Task TellAsync(Actor mine, Actor other, Follow follow, CancellationToken ct)
    {
        if (other.IsLocal)
        {
            return;
        }

        var isMine = follow.FollowerId == mine.Id;
        var (follower, followed) = isMine ? (mine, other) : (other, mine);
        var ended = JsonSerializer.SerializeToElement(new { id = follow.ActivityUri, type = "Follow", actor = follower.Uri, @object = followed.Uri });
        var activity = new Activity { Type = isMine ? "Undo" : "Reject", To = [other.Uri] };
        await outbox.AddAsync(mine, activity.With("object", ended).As<Activity>(), [other], ct);
    }
}
