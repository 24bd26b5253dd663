using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Vocabulary;
using PostMoney.Core.Access;
using PostMoney.Core.Federation;
using PostMoney.Core.Federation.Outbox;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Following;

/// <summary>A member follows somebody no more.</summary>
public sealed class UnfollowActor(PostMoneyDb db, LocalActors local, OutboxWriter outbox)
{
    /// <summary>Ends it. Where there is nothing to end, nothing changes.</summary>
    public async Task<Result<Done>> ExecuteAsync(Viewer viewer, Guid actorId, CancellationToken ct)
    {
        var mine = viewer.Id;
        if (!await db.Follows.AnyAsync(f => f.FollowedId == actorId && db.Actors.Any(a => a.Id == f.FollowerId && a.LocalId == mine), ct))
        {
            return Done.Value;
        }

        if (await local.MemberAsync(mine, ct) is not { } me)
        {
            return FollowingRefusals.NoActor;
        }

        await using var change = await db.BeginChangeAsync(ct);
        var follow = await db.Follows.FirstOrDefaultAsync(f => f.FollowerId == me.Id && f.FollowedId == actorId, ct);
        if (follow is null)
        {
            return Done.Value;
        }

        var other = await db.Actors.FirstAsync(actor => actor.Id == actorId, ct);
        if (!other.IsLocal)
        {
            var undone = JsonSerializer.SerializeToElement(new { id = follow.ActivityUri, type = "Follow", actor = me.Uri, @object = other.Uri });
            var activity = new Activity { Type = "Undo", To = [other.Uri] };
            await outbox.AddAsync(me, activity.With("object", undone).As<Activity>(), [other], ct);
        }

        db.Follows.Remove(follow);
        await change.SaveAsync(ct);
        return Done.Value;
    }
}
