using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Vocabulary;
using PostMoney.Core.Federation.Documents;
using PostMoney.Core.Federation.Outbox;
using Actor = PostMoney.Core.Actors.Actor;

namespace PostMoney.Core.Federation.Profiles;

/// <summary>Tells others what an actor of this node says of itself now, within the caller's change.</summary>
public sealed class SendProfile(OutboxWriter outbox, ActorDocument document)
{
    /// <summary>An <c>Update</c> of the whole actor (ActivityPub §6.3).</summary>
    internal async Task ExecuteAsync(Actor actor, IEnumerable<Actor> others, CancellationToken ct)
    {
        var profile = await outbox.SignAsync(actor, await document.DescribeAsync(actor, ct), ct);
        var activity = new Activity { Type = "Update", To = [Audience.Everybody], Cc = [actor.Followers!] };
        await outbox.AddAsync(actor, activity.With("object", profile).As<Activity>(), others, ct);
    }
}
