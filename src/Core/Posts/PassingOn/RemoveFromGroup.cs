using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Vocabulary;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation.Outbox;
using PostMoney.Core.Foundation;
using PostMoney.Core.Groups;
using PostMoney.Core.Log;
using PostMoney.Core.Notifications;
using Actor = PostMoney.Core.Actors.Actor;

namespace PostMoney.Core.Posts.PassingOn;

/// <summary>Somebody who looks after a group takes out of it what it has passed on. The post stays its author's, and where they said it.</summary>
/// <remarks>Told as an <c>Undo</c>, for servers that showed a boost, and as an announced <c>Delete</c> by the group, for those that read FEP-1b12. The steward is not named.</remarks>
public sealed class RemoveFromGroup(
    PostMoneyDb db, AccessCheck access, OutboxWriter outbox, AuditLog log, Notifier notifier, TimeProvider clock)
{
    /// <summary>Takes it out. Doing it twice changes nothing.</summary>
    public async Task<Result<Done>> ExecuteAsync(Viewer viewer, string name, Guid postId, CancellationToken ct)
    {
        var group = await db.Groups.AsNoTracking().FirstOrDefaultAsync(g => g.Name == name, ct);
        if (group is null)
        {
            return GroupRefusals.NotFound;
        }

        var decision = await access.CheckAsync(viewer, Permission.Govern, new Resource.OfGroup(group.Id), ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        // A group without an actor has passed nothing on, and being refused makes none.
        if (await db.Actors.AsNoTracking().FirstOrDefaultAsync(a => a.LocalId == group.Id, ct) is not { } actor)
        {
            return PostRefusals.NotFound;
        }

        await using var change = await db.BeginChangeAsync(ct);
        var passed = await db.GroupPosts.FirstOrDefaultAsync(p => p.ActorId == actor.Id && p.PostId == postId, ct);
        if (passed is null)
        {
            return PostRefusals.NotFound;
        }

        if (passed.RemovedAt is not null)
        {
            return Done.Value;
        }

        var post = await db.Posts.FirstAsync(p => p.Id == postId, ct);
        passed.Remove(viewer.Id, clock.GetUtcNow());
        await db.Reactions.Where(r => r.PostId == postId && r.ActorId == actor.Id && r.Kind == ReactionKind.Boost).ExecuteDeleteAsync(ct);
        await TellAsync(actor, passed, post, ct);
        await log.AppendAsync("group.post-removed", viewer.Did!, $"group:{group.Id:D}", null, ct);
        if (await db.Actors.AsNoTracking().FirstAsync(a => a.Id == post.AuthorId, ct) is { LocalId: { } author, Kind: ActorKind.Person } && author != viewer.Id)
        {
            notifier.Tell(author, "post.removed-from-group", "post", post.Id, $"Your post was taken out of {group.Title} by those who look after it.");
        }

        await change.SaveAsync(ct);
        return Done.Value;
    }

    private async Task TellAsync(Actor group, GroupPost passed, Post post, CancellationToken ct)
    {
        var followers = await outbox.FollowersAsync(group.Id, ct);
        if (passed.Shared is { } shared)
        {
            var undone = JsonSerializer.SerializeToElement(new { id = shared, type = "Announce", actor = group.Uri, @object = post.Uri });
            await outbox.AddAsync(group, Public("Undo", group).With("object", undone).As<Activity>(), followers, ct);
        }

        // It is told by the announcement alone, and so has no address of its own.
        var delete = JsonSerializer.SerializeToElement(new
        {
            id = $"{passed.Wrapped}#removed",
            type = "Delete",
            actor = group.Uri,
            @object = post.Uri,
            audience = group.Uri,
            to = new[] { Audience.Everybody },
        });
        await outbox.AddAsync(group, Public("Announce", group).With("object", delete).As<Activity>(), followers, ct);
    }

    private static Activity Public(string type, Actor group) => new() { Type = type, To = [Audience.Everybody], Cc = [group.Followers!] };
}
