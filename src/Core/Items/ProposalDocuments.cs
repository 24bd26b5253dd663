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
    /// <summary>One of them; null where there is none for everybody.</summary>
    public async Task<JsonElement?> FindAsync(Guid itemId, CancellationToken ct)
    {
        var item = await db.Items.AsNoTracking()
            .FirstOrDefaultAsync(i => i.Id == itemId && i.Visibility == Visibility.Public && i.State != ItemState.Withdrawn, ct);
        if (item is null || !await db.OutboxActivities.AnyAsync(sent => sent.Subject == address.OfProposal(itemId), ct))
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
