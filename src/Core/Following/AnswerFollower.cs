using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Vocabulary;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation.Outbox;
using PostMoney.Core.Foundation;
using PostMoney.Core.Groups;
using PostMoney.Core.Log;
using PostMoney.Core.Notifications;
using Actor = PostMoney.Core.Actors.Actor;

namespace PostMoney.Core.Following;

/// <summary>Somebody who looks after a group says whether somebody may follow it, or may no more.</summary>
public sealed class AnswerFollower(
    PostMoneyDb db, AccessCheck access, OutboxWriter outbox, AuditLog log, Notifier notifier)
{
    /// <summary>Who asks to follow it, the first to ask first; none where the viewer does not look after it.</summary>
    public async Task<IReadOnlyList<WaitingFollower>> WaitingAsync(Viewer viewer, Guid groupId, CancellationToken ct) =>
        !(await access.CheckAsync(viewer, Permission.DecideMembership, new Resource.OfGroup(groupId), ct)).IsAllowed ? []
        : await db.Follows.AsNoTracking()
            .Where(f => f.State == FollowState.Asked && db.Actors.Any(a => a.Id == f.FollowedId && a.LocalId == groupId))
            .OrderBy(f => f.Id)
            .Join(db.Actors, f => f.FollowerId, a => a.Id, (f, a) => new WaitingFollower(a.Id, a.Name, "@" + a.Handle + "@" + a.Host, f.At))
            .ToListAsync(ct);

    /// <summary>Says yes or no. A no to one who follows already ends that. Where nobody asks, nothing changes.</summary>
    public async Task<Result<Done>> ExecuteAsync(Viewer viewer, string name, Guid followerId, bool isWelcome, CancellationToken ct)
    {
        var group = await db.Groups.AsNoTracking().FirstOrDefaultAsync(g => g.Name == name, ct);
        if (group is null)
        {
            return GroupRefusals.NotFound;
        }

        var decision = await access.CheckAsync(viewer, Permission.DecideMembership, new Resource.OfGroup(group.Id), ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        // A group that nobody has asked for has no actor yet, and being refused makes none.
        if (await db.Actors.AsNoTracking().FirstOrDefaultAsync(actor => actor.LocalId == group.Id, ct) is not { } followed)
        {
            return FollowingRefusals.Nobody;
        }

        await using var change = await db.BeginChangeAsync(ct);
        var follow = await db.Follows.FirstOrDefaultAsync(f => f.FollowedId == followed.Id && f.FollowerId == followerId, ct);
        if (follow is null)
        {
            return FollowingRefusals.Nobody;
        }

        if (isWelcome && follow.State == FollowState.Accepted)
        {
            return Done.Value;
        }

        var follower = await db.Actors.AsNoTracking().FirstAsync(actor => actor.Id == followerId, ct);
        if (isWelcome)
        {
            follow.State = FollowState.Accepted;
        }
        else
        {
            db.Follows.Remove(follow);
        }

        await TellAsync(followed, follower, follow, isWelcome, ct);
        await log.AppendAsync(isWelcome ? "group.follower-accepted" : "group.follower-refused", viewer.Did!, $"group:{group.Id:D}", null, ct);
        await change.SaveAsync(ct);
        return Done.Value;
    }

    private async Task TellAsync(Actor followed, Actor follower, Follow follow, bool isWelcome, CancellationToken ct)
    {
        if (follower is { LocalId: { } memberId, Kind: ActorKind.Person })
        {
            notifier.Tell(memberId, isWelcome ? "follow.accepted" : "follow.refused", "actor", followed.Id,
                isWelcome ? $"You follow {followed.Name} now." : $"Those who look after {followed.Name} do not want you to follow it.");
            return;
        }

        var asked = JsonSerializer.SerializeToElement(new { id = follow.ActivityUri, type = "Follow", actor = follower.Uri, @object = followed.Uri });
        var answer = new Activity { Type = isWelcome ? "Accept" : "Reject", To = [follower.Uri] }.With("object", asked).As<Activity>();
        await outbox.AddAsync(followed, answer, [follower], ct);
    }
}

/// <summary>Somebody who asks to follow a group.</summary>
public sealed record WaitingFollower(Guid Id, string Name, string Address, DateTimeOffset At);
