using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Http.Fetching;
using PostMoney.ActivityStreams.Origins;
using PostMoney.Core.Federation;
using PostMoney.Core.Federation.Inbox;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Posts.Pins;

/// <summary>Somebody elsewhere puts a post of their own first on their page, or takes it from there.</summary>
/// <remarks>Only to the collection that their own document names, and only what is theirs (FEP-fe34; security case O-25).</remarks>
public sealed class OnPin(PostMoneyDb db, TakeInPost takeIn) : IActivityHandler
{
    /// <inheritdoc />
    public async Task<Result<ApplyActivity>> CheckAsync(ReceivedActivity received, CancellationToken ct)
    {
        var sender = received.Sender;
        if (received.ObjectId is not { } id || received.Activity.IdOf("target") is not { } target)
        {
            return FederationRefusals.NotUnderstood;
        }

        if (target.Value != sender.Featured)
        {
            return FederationRefusals.NotTheirs;
        }

        var known = await db.Posts.AsNoTracking().FirstOrDefaultAsync(post => post.Uri == id.Value && post.DeletedAt == null, ct);
        if (known is not null)
        {
            return known.AuthorId != sender.Id ? FederationRefusals.NotTheirs
                : received.Activity.Is("Remove") ? new ApplyActivity(apply => TakeDownAsync(known.Id, apply))
                : IsForAll(known.Visibility) ? new ApplyActivity(apply => PutUpAsync(received, known.Id, apply))
                : FederationRefusals.NotUnderstood;
        }

        return received.Activity.Is("Add") && await db.Follows.AnyAsync(follow => follow.FollowedId == sender.Id, ct)
            ? await ReadAsync(received, id, ct)
            : FederationRefusals.Unknown;
    }

    private async Task<Result<ApplyActivity>> ReadAsync(ReceivedActivity received, WebId id, CancellationToken ct)
    {
        var read = await takeIn.FetchAsync(id, new FetchBudget(), ct);
        if (!read.TryGet(out var found))
        {
            return read.Refusal;
        }

        return found.Author.Uri == received.Sender.Uri && IsForAll(found.Visibility(found.Author))
            ? new ApplyActivity(async apply => await PutUpAsync(received, (await takeIn.KeepAsync(found, apply)).Id, apply))
            : FederationRefusals.NotTheirs;
    }

    // The oldest gives way: nobody tells of a limit that is the receiver's own.
    private async Task PutUpAsync(ReceivedActivity received, Guid postId, CancellationToken ct)
    {
        var sender = received.Sender.Id;
        var pins = await db.PinnedPosts.Where(pin => pin.ActorId == sender).OrderBy(pin => pin.At).ToListAsync(ct);
        if (pins.Exists(pin => pin.PostId == postId))
        {
            return;
        }

        db.PinnedPosts.RemoveRange(pins.SkipLast(PinnedPost.Most - 1));
        db.PinnedPosts.Add(new PinnedPost { ActorId = sender, PostId = postId, At = received.ReceivedAt });
    }

    private Task<int> TakeDownAsync(Guid postId, CancellationToken ct) => db.PinnedPosts.Where(pin => pin.PostId == postId).ExecuteDeleteAsync(ct);

    private static bool IsForAll(PostVisibility visibility) => visibility is PostVisibility.Public or PostVisibility.Unlisted;
}
