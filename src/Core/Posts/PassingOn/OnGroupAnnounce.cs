using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Http.Fetching;
using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Vocabulary;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation;
using PostMoney.Core.Federation.Inbox;
using PostMoney.Core.Foundation;
using PostMoney.Core.Posts.Threads;

namespace PostMoney.Core.Posts.PassingOn;

/// <summary>A group elsewhere that somebody here follows passes on what was said in it (FEP-1b12).</summary>
/// <remarks>
/// That the group has passed it on is known; what it says of others is not believed. A post is read from its own address, and is
/// gone where it is gone there. Where it is still there, the group has taken it out of itself and can do no more.
/// </remarks>
public sealed class OnGroupAnnounce(PostMoneyDb db, TakeInPost takeIn, OnUpdatePost update, WantThread want, NodeAddress address, NodeIds ids) : IActivityHandler
{
    /// <inheritdoc />
    public async Task<Result<ApplyActivity>> CheckAsync(ReceivedActivity received, CancellationToken ct)
    {
        var sender = received.Sender;
        if (sender.Kind != ActorKind.Group || !await db.Follows.AnyAsync(f => f.FollowedId == sender.Id && f.State == FollowState.Accepted, ct))
        {
            return FederationRefusals.Ignored;
        }

        var inner = received.Activity.Object!.As<Activity>();
        if (inner.IdOf("object") is not { } id)
        {
            return FederationRefusals.NotUnderstood;
        }

        var known = await db.Posts.AsNoTracking().FirstOrDefaultAsync(post => post.Uri == id.Value && post.DeletedAt == null, ct);
        return inner.Type switch
        {
            "Create" => await SharedAsync(received, known, id, ct),
            "Update" => known is null || address.IsOurs(id) ? FederationRefusals.Unknown : await ChangedAsync(received, known, id, ct),
            _ => known is null ? FederationRefusals.Unknown : await RemovedAsync(received, known, id, ct),
        };
    }

    private async Task<Result<ApplyActivity>> SharedAsync(ReceivedActivity received, Post? known, WebId id, CancellationToken ct)
    {
        if (known is not null)
        {
            return !IsForAll(known.Visibility) ? FederationRefusals.NotTheirs
                : await db.BlocksAsync(known.AuthorId, received.Sender, ct) ? FederationRefusals.Unknown
                : new ApplyActivity(apply => ShareAsync(received, known, apply));
        }

        var read = await takeIn.FetchAsync(id, new FetchBudget(), ct);
        return !read.TryGet(out var found) ? read.Refusal
            : !IsForAll(found.Visibility(found.Author)) ? FederationRefusals.NotTheirs
            : new ApplyActivity(async apply =>
            {
                var post = await takeIn.KeepAsync(found, apply);
                await want.TakenInAsync(post, apply);
                await ShareAsync(received, post, apply);
            });
    }

    // Answers are kept with what they answer, and are on no timeline for it.
    private async Task ShareAsync(ReceivedActivity received, Post post, CancellationToken ct)
    {
        var group = received.Sender.Id;
        if (post.ReplyToUri is not null || await db.Reactions.AnyAsync(r => r.PostId == post.Id && r.ActorId == group && r.Kind == ReactionKind.Boost, ct))
        {
            return;
        }

        db.Reactions.Add(new Reaction
        {
            Id = ids.Next(),
            PostId = post.Id,
            ActorId = group,
            Kind = ReactionKind.Boost,
            ActivityUri = received.Id.Value,
            At = received.ReceivedAt,
        });
    }

    private async Task<Result<ApplyActivity>> ChangedAsync(ReceivedActivity received, Post known, WebId id, CancellationToken ct)
    {
        var read = await takeIn.FetchAsync(id, new FetchBudget(), ct);
        return !read.TryGet(out var found) ? read.Refusal
            : await db.Actors.AnyAsync(actor => actor.Id == known.AuthorId && actor.Uri == found.Author.Uri, ct)
                ? new ApplyActivity(apply => update.ApplyAsync(known.Id, found, received.ReceivedAt, apply))
                : FederationRefusals.NotTheirs;
    }

    private async Task<Result<ApplyActivity>> RemovedAsync(ReceivedActivity received, Post known, WebId id, CancellationToken ct)
    {
        var group = received.Sender.Id;
        var isGone = !address.IsOurs(id)
            && await takeIn.FetchAsync(id, new FetchBudget(), ct) is { IsGranted: false } read && read.Refusal.Code == FederationRefusals.Gone.Code;
        return new ApplyActivity(async apply =>
        {
            if (isGone && await db.Posts.FirstOrDefaultAsync(p => p.Id == known.Id && p.DeletedAt == null, apply) is { } post)
            {
                post.Delete(received.ReceivedAt);
                await ForgetPost.WhatWasSaidAsync(db, post.Id, apply);
            }

            await db.Reactions.Where(r => r.PostId == known.Id && r.ActorId == group && r.Kind == ReactionKind.Boost).ExecuteDeleteAsync(apply);
        });
    }

    private static bool IsForAll(PostVisibility visibility) => visibility is PostVisibility.Public or PostVisibility.Unlisted;
}
