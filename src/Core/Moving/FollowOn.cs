using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Actors;
using PostMoney.Core.Following;
using PostMoney.Core.Foundation;
using PostMoney.Core.Notifications;
using PostMoney.Core.Queue;

namespace PostMoney.Core.Moving;

/// <summary>
/// Those of this node who followed somebody that has moved follow them where they are now; some at a time, so that the move of
/// somebody whom all follow holds up nobody.
/// </summary>
public sealed class FollowOn(PostMoneyDb db, FollowWriter follows, JobQueue jobs, Notifier notifier, TimeProvider clock)
{
    /// <summary>The name of the job that goes on with those who are left.</summary>
    public const string Job = "follow-on";

    /// <summary>Followers in one change.</summary>
    public const int AtOnce = 100;

    /// <summary>Goes on with a move, in a change of its own. Where all have followed on, or it was taken back, nothing changes.</summary>
    public async Task<Result<Done>> ExecuteAsync(Guid movedId, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(ct);
        var from = await db.Actors.AsNoTracking().FirstOrDefaultAsync(actor => actor.Id == movedId, ct);
        if (from?.MovedTo is not { } uri || await db.Actors.AsNoTracking().FirstOrDefaultAsync(actor => actor.Uri == uri, ct) is not { } to)
        {
            return Done.Value;
        }

        await BatchAsync(from, to, ct);
        await change.SaveAsync(ct);
        return Done.Value;
    }

    /// <summary>Some of them, within the caller's change; the rest is promised.</summary>
    internal async Task BatchAsync(Actor from, Actor to, CancellationToken ct)
    {
        var lines = await db.Follows.AsNoTracking().Where(follow => follow.FollowedId == from.Id)
            .Join(db.Actors.Where(actor => actor.LocalId != null), follow => follow.FollowerId, actor => actor.Id, (follow, actor) => new { follow, actor })
            .OrderBy(line => line.follow.Id)
            .Take(AtOnce + 1)
            .ToListAsync(ct);
        var followers = lines.ConvertAll(line => line.actor.Id);
        var already = await db.Follows.Where(follow => follow.FollowedId == to.Id && followers.Contains(follow.FollowerId))
            .Select(follow => follow.FollowerId).ToListAsync(ct);
        foreach (var line in lines.Take(AtOnce))
        {
            // Who has moved themselves follows nobody new, and nobody follows themselves.
            if (line.actor.Id != to.Id && line.actor.MovedTo is null && !already.Contains(line.actor.Id))
            {
                await follows.BeginAsync(line.actor, to, ct);
            }

            await follows.EndAsync(line.actor, from, line.follow, ct);
            Tell(line.actor, from, to);
        }

        if (lines.Count > AtOnce)
        {
            await jobs.PromiseAsync(Job, from.Id, clock.GetUtcNow(), ct);
        }
    }

    private void Tell(Actor follower, Actor from, Actor to)
    {
        if (follower is { Kind: ActorKind.Person, LocalId: { } memberId } && follower.Id != to.Id)
        {
            notifier.Tell(memberId, "follow.moved", "actor", to.Id, follower.MovedTo is null
                ? $"{from.Name} has moved to {to.Address}. You follow them there now."
                : $"{from.Name} has moved to {to.Address}.");
        }
    }
}
