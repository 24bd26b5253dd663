using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Foundation;
using PostMoney.Core.Storage;

namespace PostMoney.Core.Items;

/// <summary>The steps that needs and offers share on their way out: a signed tombstone, and a payload destroyed.</summary>
public sealed class TakeBackItem(PostMoneyDb db, AccessCheck access, TakeInItem takeIn, SendItem send, NodeSettings settings, TimeProvider clock)
{
    private static readonly HashSet<string> _known = new(StringComparer.Ordinal)
    {
        "@context", "id", "type", "formerType", "version", "attributedTo", "authority", "deleted", "proof",
    };

    /// <summary>Withdraws the item that the tombstone names, within the caller's change.</summary>
    internal async Task<Result<T>> ApplyAsync<T>(Viewer viewer, Guid itemId, ReadOnlyMemory<byte> tombstone, CancellationToken ct)
        where T : Item
    {
        var signed = SignedRecord.Read(tombstone);
        if (!signed.TryGet(out var record))
        {
            return signed.Refusal;
        }

        var item = await db.Set<T>().FirstOrDefaultAsync(i => i.Id == itemId, ct);
        if (item is null || !(await access.CheckAsync(viewer, Permission.Change, new Resource.OfItem(item.Id, item), ct)).IsAllowed)
        {
            return ItemRefusals.NotFound;
        }

        if (await ProblemAsync(record, item, ct) is { } problem)
        {
            return problem;
        }

        var withdrawn = item.Withdraw(clock.GetUtcNow());
        if (!withdrawn.IsGranted)
        {
            return withdrawn.Refusal;
        }

        item.Version++;
        item.SealedNames = "";
        await takeIn.DestroyPayloadAsync(item.Id, ct);
        await takeIn.KeepAsync(item, record, "item.withdrawn", ct);
        await send.TakeBackAsync(item, ct);
        return item;
    }

    private async Task<Refusal?> ProblemAsync(SignedRecord record, Item item, CancellationToken ct)
    {
        var reader = new RecordReader(record.Document, _known);
        var says = (
            Id: reader.Urn("id"),
            Type: reader.Choice("type", "Tombstone"),
            Former: reader.Choice("formerType", item.Kind.ToString()),
            Version: reader.Integer("version", 1, int.MaxValue),
            Issuer: reader.Text("attributedTo"),
            Authority: reader.Text("authority"),
            At: reader.Time("deleted"));
        var shape = reader.Finish(says);
        if (!shape.IsGranted)
        {
            return shape.Refusal;
        }

        if (says.Issuer != item.Issuer || record.Signer.Value != item.Issuer)
        {
            return ItemRefusals.ForeignSignature;
        }

        if (says.Id != item.Id || says.Version != item.Version + 1)
        {
            return ItemRefusals.Version;
        }

        return says.Authority == await settings.FindAsync(NodeSettings.Did, ct) ? null : ItemRefusals.ForeignAuthority;
    }
}
