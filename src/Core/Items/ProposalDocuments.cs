using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation;
using PostMoney.Core.Federation.Outbox;

namespace PostMoney.Core.Items;

/// <summary>Needs and offers of this node as other servers read them: those alone that everybody may see.</summary>
public sealed class ProposalDocuments(PostMoneyDb db, LocalActors local, OutboxWriter outbox, NodeAddress address)
{
    /// <summary>One of them, or what is left of one that everybody could see; null where there never was one for everybody.</summary>
    /// <returns>The document, and whether it was taken back.</returns>
    public async Task<(JsonElement Document, bool IsGone)?> FindAsync(Guid itemId, CancellationToken ct)
    {
        var uri = address.OfProposal(itemId);
        var last = await db.OutboxActivities.AsNoTracking().Where(sent => sent.Subject == uri).OrderByDescending(sent => sent.Id)
            .Select(sent => new { sent.Type, sent.At }).FirstOrDefaultAsync(ct);
        if (last is null)
        {
            return null;
        }

        // By when it was taken back and not by its item, which may live on where others cannot see it.
        return last.Type == "Delete" ? (ProposalDocument.Tombstone(uri, last.At).WithContext().ToJson(), true)
            : await LivingAsync(itemId, ct) is { } document ? (document, false)
            : null;
    }

    private async Task<JsonElement?> LivingAsync(Guid itemId, CancellationToken ct)
    {
        var item = await db.Items.AsNoTracking()
            .FirstOrDefaultAsync(i => i.Id == itemId && i.Visibility == Visibility.Public && i.State != ItemState.Withdrawn, ct);
        if (item is null)
        {
            return null;
        }

        var record = await db.ItemVersions.AsNoTracking().Where(version => version.ItemId == itemId && version.Version == item.Version)
            .Select(version => version.Record).FirstOrDefaultAsync(ct);
        return record is not null && await AuthorAsync(item.AuthorId, ct) is { } author
            ? await outbox.SignAsync(author, ProposalDocument.Write(item, record, author, address), ct)
            : null;
    }

    private async Task<Actor?> AuthorAsync(Guid localId, CancellationToken ct) =>
        await local.MemberAsync(localId, ct)
        ?? await db.Actors.AsNoTracking().FirstOrDefaultAsync(actor => actor.LocalId == localId && actor.Kind == ActorKind.Group, ct);
}
