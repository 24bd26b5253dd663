using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Vocabulary;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation.Outbox;
using PostMoney.Core.Foundation;
using PostMoney.Core.Groups;
using PostMoney.Core.Notifications;
using Actor = PostMoney.Core.Actors.Actor;

namespace PostMoney.Core.Following;

/// <summary>Writes down that somebody here follows, or does not any more, with what another server is told of it, within the caller's change.</summary>
public sealed class FollowWriter(PostMoneyDb db, OutboxWriter outbox, EndFollows end, Notifier notifier, NodeAddress address, NodeIds ids, TimeProvider clock)
{
    /// <summary>Begins it. Here it holds at once, unless a group's stewards have to agree; elsewhere the other side has to.</summary>
    internal async Task<Follow> BeginAsync(Actor me, Actor other, CancellationToken ct)
    {
        var hasToAsk = await db.HasToAskAsync(me, other, clock.GetUtcNow(), ct);
        if (hasToAsk)
        {
            await AskForGroup.TellAsync(notifier, me, other, ct);
        }

        var follow = new Follow
        {
            Id = ids.Next(),
            FollowerId = me.Id,
            FollowedId = other.Id,
            ActivityUri = "",
            State = other.IsLocal && !hasToAsk ? FollowState.Accepted : FollowState.Asked,
            At = clock.GetUtcNow(),
        };
        follow.ActivityUri = address.OfActivity(follow.Id);
        if (!other.IsLocal)
        {
            var activity = new Activity { Type = "Follow", Object = ActivityObject.Reference(WebId.Parse(other.Uri)), To = [other.Uri] };
            follow.ActivityUri = (await outbox.AddAsync(me, activity, [other], ct)).Uri;
        }

        db.Follows.Add(follow);
        return follow;
    }

    /// <summary>Ends it.</summary>
    internal async Task EndAsync(Actor me, Actor other, Follow follow, CancellationToken ct)
    {
        await end.TellAsync(me, other, follow, ct);
        db.Follows.Remove(follow);
    }
}
