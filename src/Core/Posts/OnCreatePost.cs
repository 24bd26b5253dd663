using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation;
using PostMoney.Core.Federation.Inbox;
using PostMoney.Core.Foundation;
using PostMoney.Core.Notifications;
using PostMoney.Core.Posts.PassingOn;
using PostMoney.Core.Posts.Threads;

namespace PostMoney.Core.Posts;

/// <summary>Somebody elsewhere says something. It is kept where somebody here follows them, is meant, or is answered; else nobody asked for it.</summary>
public sealed class OnCreatePost(PostMoneyDb db, TakeInPost takeIn, WantThread want, PassOnInGroups groups, Notifier notifier, NodeAddress address) : IActivityHandler
{
    /// <inheritdoc />
    public async Task<Result<ApplyActivity>> CheckAsync(ReceivedActivity received, CancellationToken ct)
    {
        var read = await takeIn.ReadAsync(received, ct);
        if (!read.TryGet(out var post))
        {
            return read.Refusal;
        }

        if (post.Author.Uri != received.Sender.Uri || address.IsOurs(post.Id))
        {
            return FederationRefusals.NotTheirs;
        }

        return await IsWantedAsync(post, received.Sender.Id, ct)
            ? new ApplyActivity(apply => ApplyAsync(post, received, apply))
            : FederationRefusals.Ignored;
    }

    private async Task<bool> IsWantedAsync(ReadPost post, Guid senderId, CancellationToken ct)
    {
        var named = post.Named();
        return await db.Follows.AnyAsync(follow => follow.FollowedId == senderId, ct)
            || await db.Actors.AnyAsync(actor => named.Contains(actor.Uri) && actor.LocalId != null, ct)
            || (post.ReplyTo is { } answered && await db.Posts.AnyAsync(known => known.Uri == answered, ct));
    }

    private async Task ApplyAsync(ReadPost read, ReceivedActivity received, CancellationToken ct)
    {
        if (await db.Posts.AnyAsync(known => known.Uri == read.Id.Value, ct))
        {
            return;
        }

        var post = await takeIn.KeepAsync(read, ct);
        await want.TakenInAsync(post, ct);
        await TellAsync(post, read, ct);
        await groups.CreatedAsync(post, received.Sender, received.Raw, ct);
    }

    private async Task TellAsync(Post post, ReadPost read, CancellationToken ct)
    {
        var answered = post.ReplyToId is { } id
            ? await db.Posts.Where(p => p.Id == id && p.IsLocal).Select(p => (Guid?)p.AuthorId).FirstOrDefaultAsync(ct)
            : null;
        var named = read.Named();
        var people = await db.Actors.AsNoTracking()
            .Where(actor => actor.LocalId != null && actor.Kind == ActorKind.Person && (named.Contains(actor.Uri) || actor.Id == answered))
            .Select(actor => new { actor.Id, MemberId = actor.LocalId!.Value })
            .ToListAsync(ct);
        foreach (var person in people)
        {
            if (await db.AvoidsAsync(person.Id, read.Author, ct))
            {
                continue;
            }

            var isAnswer = person.Id == answered;
            notifier.Tell(person.MemberId, isAnswer ? "post.answered" : "post.mentioned", "post", post.Id,
                isAnswer ? $"{read.Author.Name} answered you." : $"{read.Author.Name} mentioned you.");
        }
    }
}
