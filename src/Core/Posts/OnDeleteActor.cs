using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation;
using PostMoney.Core.Federation.Inbox;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Posts;

/// <summary>Somebody elsewhere is no more: what they said goes with them, and nobody follows them any longer.</summary>
public sealed class OnDeleteActor(PostMoneyDb db) : IActivityHandler
{
    /// <inheritdoc />
    public Task<Result<ApplyActivity>> CheckAsync(ReceivedActivity received, CancellationToken ct) => Task.FromResult<Result<ApplyActivity>>(
        received.ObjectId is { } id && id.Equals(received.SenderId)
            ? new ApplyActivity(apply => ApplyAsync(received.Sender.Id, received.ReceivedAt, apply))
            : FederationRefusals.NotTheirs);

    private async Task ApplyAsync(Guid actorId, DateTimeOffset at, CancellationToken ct)
    {
        var actor = await db.Actors.FirstAsync(a => a.Id == actorId, ct);
        (actor.State, actor.Summary, actor.Name) = (ActorState.Gone, "", actor.Handle);
        await db.Follows.Where(follow => follow.FollowerId == actorId || follow.FollowedId == actorId).ExecuteDeleteAsync(ct);
        await db.Reactions.Where(reaction => reaction.ActorId == actorId).ExecuteDeleteAsync(ct);
        foreach (var post in await db.Posts.Where(p => p.AuthorId == actorId && p.DeletedAt == null).ToListAsync(ct))
        {
            post.Delete(at);
            await ForgetPost.WhatWasSaidAsync(db, post.Id, ct);
        }
    }
}
