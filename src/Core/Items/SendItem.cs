using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Vocabulary;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation;
using PostMoney.Core.Federation.Outbox;
using PostMoney.Core.Groups;
using PostMoney.Core.Posts;
using Actor = PostMoney.Core.Actors.Actor;

namespace PostMoney.Core.Items;

/// <summary>Tells other servers of needs and offers that everybody may see, within the caller's change: those who follow the author, and nodes that follow this one.</summary>
/// <remarks>Beside the proposal goes a post that says the same in words, for servers that know nothing of needs and offers (docs/adr/0017-federation.md).</remarks>
public sealed class SendItem(PostMoneyDb db, LocalActors local, OutboxWriter outbox, CompanionPost companion, NodeAddress address)
{
    /// <summary>It was published, or says something else now. Where it is not for everybody any more, it is taken back elsewhere.</summary>
    internal async Task TellAsync(Item item, SignedRecord record, CancellationToken ct)
    {
        if (!address.IsKnown)
        {
            return;
        }

        var isTold = await IsToldAsync(item.Id, ct);
        if (item.Visibility != Visibility.Public || await db.Groups.AnyAsync(group => group.Id == item.AuthorId && group.Reach == GroupReach.Hidden, ct))
        {
            await TakeBackAsync(item, ct);
            return;
        }

        if (await local.WithinChangeAsync(item.AuthorId, ct) is not { } author)
        {
            return;
        }

        var proposal = ProposalDocument.Write(item, record.Bytes, author, address);
        var signed = await outbox.SignAsync(author, proposal, ct);
        var activity = new Activity { Type = isTold ? "Update" : "Create", Published = item.RevisedAt, To = proposal.To, Cc = proposal.Cc };
        await outbox.AddAsync(author, activity.With("object", signed).As<Activity>(), await ReceiversAsync(author, ct), ct);
        await companion.PutAsync(item.Id, author, item.Kind.ToString(), item.Title, item.Summary, address.OfItem(item.Id), ct);
    }

    /// <summary>It was withdrawn.</summary>
    internal async Task TakeBackAsync(Item item, CancellationToken ct)
    {
        if (!address.IsKnown || !await IsToldAsync(item.Id, ct) || await local.WithinChangeAsync(item.AuthorId, ct) is not { } author)
        {
            return;
        }

        var tombstone = ProposalDocument.Tombstone(address.OfProposal(item.Id), item.EndedAt ?? item.RevisedAt);
        var activity = new Activity { Type = "Delete", Object = tombstone, To = [Audience.Everybody], Cc = [author.Followers!] };
        await outbox.AddAsync(author, activity, await ReceiversAsync(author, ct), ct);
        await companion.TakeBackAsync(item.Id, author, ct);
    }

    // What was said last: a Create or an Update, and no Delete after it.
    private async Task<bool> IsToldAsync(Guid itemId, CancellationToken ct)
    {
        var uri = address.OfProposal(itemId);
        var last = await db.OutboxActivities.Where(sent => sent.Subject == uri).OrderByDescending(sent => sent.Id).Select(sent => sent.Type).FirstOrDefaultAsync(ct);
        return last is "Create" or "Update";
    }

    private async Task<List<Actor>> ReceiversAsync(Actor author, CancellationToken ct)
    {
        var node = await db.Actors.AsNoTracking().Where(actor => actor.LocalId == Guid.Empty).Select(actor => actor.Id).FirstOrDefaultAsync(ct);
        return [.. await outbox.FollowersAsync(author.Id, ct), .. await outbox.FollowersAsync(node, ct)];
    }
}
