using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Categories;
using PostMoney.Core.Foundation;
using PostMoney.Core.Log;
using PostMoney.Core.Relations;
using PostMoney.Core.Sealing;
using PostMoney.Core.Storage;

namespace PostMoney.Core.Items;

/// <summary>
/// The steps that needs and offers share on their way in: verify the proof, read the record, ask the rules, open the
/// sealed key and wrap it again, keep the signed bytes. All within the caller's change.
/// </summary>
public sealed class TakeInItem(
    PostMoneyDb db, ItemRules rules, NodePassports passports, KeyWrapping wrapping, RelationBook relations, AuditLog log,
    NodeSettings settings, SendItem send, TimeProvider clock)
{
    /// <summary>How old a record may be when it arrives, and how far ahead of our clock.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromMinutes(15);

    /// <summary>Verifies a submission and reads it.</summary>
    internal async Task<Result<TakenIn>> ReadAsync(
        Viewer viewer, Submission submission, ItemKind kind, Item? newest, CancellationToken ct)
    {
        var signed = SignedRecord.Read(submission.Record);
        if (!signed.TryGet(out var record))
        {
            return signed.Refusal;
        }

        var read = ItemDocumentReader.Read(record.Document);
        if (!read.TryGet(out var content))
        {
            return read.Refusals.ToList();
        }

        if (await ProblemAsync(record, content, kind, newest, ct) is { } problem)
        {
            return problem;
        }

        var checkedFacts = await rules.CheckAsync(viewer, content, newest, ct);
        if (!checkedFacts.TryGet(out var facts))
        {
            return checkedFacts.Refusals.ToList();
        }

        if (!PartsFit(content, submission.Parts))
        {
            return ItemRefusals.Payload;
        }

        DataKey? key = null;
        if (content.Parts.Count > 0)
        {
            key = submission.SealedKey is { Length: < 256 } box ? await passports.TryOpenAsync(box, ct) : null;
            if (key is null)
            {
                return ItemRefusals.Payload;
            }
        }

        return new TakenIn(record, content, facts, key, submission.Parts);
    }

    /// <summary>Keeps the signed bytes and the sealed parts of a new version; older ciphertexts and keys are destroyed.</summary>
    internal async Task StoreAsync(Item item, TakenIn taken, string logKind, CancellationToken ct)
    {
        await DestroyPayloadAsync(item.Id, ct);
        var now = clock.GetUtcNow();
        foreach (var part in taken.Parts)
        {
            db.SealedParts.Add(new SealedPart
            {
                ItemId = item.Id,
                Version = item.Version,
                Name = part.Name,
                KeyId = taken.Content.KeyId,
                Ciphertext = part.Ciphertext,
            });
        }

        if (taken.Key is { } key)
        {
            db.DataKeys.Add(new WrappedKey
            {
                Id = taken.Content.KeyId,
                ItemId = item.Id,
                Version = item.Version,
                Wrapped = wrapping.Wrap(key.Bytes, WrappedKey.Purpose(taken.Content.KeyId)),
                CreatedAt = now,
            });
            key.Dispose();
        }

        await KeepReadersAsync(item, taken.Facts.ReaderIds, ct);
        await KeepAsync(item, taken.Record, logKind, ct);
        await send.TellAsync(item, taken.Record, ct);
    }

    /// <summary>Keeps a signed version and logs it.</summary>
    internal async Task KeepAsync(Item item, SignedRecord record, string logKind, CancellationToken ct)
    {
        var digest = record.Digest();
        db.ItemVersions.Add(new ItemVersion
        {
            ItemId = item.Id,
            Version = item.Version,
            Record = record.Bytes,
            Digest = digest,
            At = clock.GetUtcNow(),
        });
        await log.AppendAsync(logKind, record.Signer.Value, $"item:{item.Id:D}", digest, ct);
    }

    /// <summary>Destroys ciphertexts and keys of an item, for good.</summary>
    internal async Task DestroyPayloadAsync(Guid itemId, CancellationToken ct)
    {
        await db.SealedParts.Where(part => part.ItemId == itemId).ExecuteDeleteAsync(ct);
        await db.DataKeys.Where(key => key.ItemId == itemId).ExecuteDeleteAsync(ct);
    }

    private async Task<Refusal?> ProblemAsync(
        SignedRecord record, ItemContent content, ItemKind kind, Item? newest, CancellationToken ct)
    {
        if (record.Signer.Value != content.Issuer || (newest is not null && newest.Issuer != content.Issuer))
        {
            return ItemRefusals.ForeignSignature;
        }

        if (content.Authority != await settings.FindAsync(NodeSettings.Did, ct))
        {
            return ItemRefusals.ForeignAuthority;
        }

        if (content.Category.Kind != kind)
        {
            return ItemRefusals.Category;
        }

        if (newest is null ? content.Version != 1 : content.Version != newest.Version + 1 || content.Id != newest.Id)
        {
            return ItemRefusals.Version;
        }

        if (newest is null && await db.Items.AnyAsync(item => item.Id == content.Id, ct))
        {
            return ItemRefusals.Known;
        }

        if ((clock.GetUtcNow() - content.Published).Duration() > Freshness)
        {
            return ItemRefusals.Published;
        }

        return record.Says(ItemDocument.Write(content)) ? null : ItemRefusals.Shape;
    }

    private static bool PartsFit(ItemContent content, IReadOnlyList<SubmittedPart> parts) =>
        content.Parts.Count == parts.Count
        && content.Parts.All(said => parts.Count(part => part.Name == said.Name) == 1)
        && parts.All(part => PayloadCipher.HasPaddedLength(part.Ciphertext.Length)
            && content.Parts.First(said => said.Name == part.Name).Digest == Base64Url.EncodeToString(SHA256.HashData(part.Ciphertext)));

    private async Task KeepReadersAsync(Item item, IReadOnlyList<Guid> readers, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var held = await db.Relations
            .Where(r => r.ObjectType == ObjectTypes.Item && r.ObjectId == item.Id && r.Name == RelationNames.Reader)
            .Where(r => r.ToAt == null || r.ToAt > now)
            .ToListAsync(ct);
        foreach (var relation in held.Where(relation => !readers.Contains(relation.SubjectId)))
        {
            relation.End(now);
        }

        foreach (var reader in readers.Except(held.Select(relation => relation.SubjectId)))
        {
            relations.ToItem(reader, RelationNames.Reader, item.Id, item.AuthorId);
        }
    }
}

/// <summary>A submission that was verified and keeps to the rules.</summary>
internal sealed record TakenIn(
    SignedRecord Record, ItemContent Content, ItemFacts Facts, DataKey? Key, IReadOnlyList<SubmittedPart> Parts);
