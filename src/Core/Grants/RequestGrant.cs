using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Identifiers;
using PostMoney.Core.Access;
using PostMoney.Core.Categories;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;
using PostMoney.Core.Log;
using PostMoney.Core.Sealing;

namespace PostMoney.Core.Grants;

/// <summary>
/// Somebody asks to open a payload: check; the attempt written; then the data key, sealed to their passport.
/// Who may not open it learns nothing, not even that there is something.
/// </summary>
public sealed class RequestGrant(
    PostMoneyDb db, AccessCheck access, CategoryCatalog categories, KeyWrapping wrapping, NodePassports passports, AuditLog log,
    NodeIds ids, TimeProvider clock)
{
    /// <summary>How long a grant is valid unless another time is asked for.</summary>
    public static readonly TimeSpan DefaultLifetime = TimeSpan.FromSeconds(60);

    /// <summary>The longest that a grant can be valid.</summary>
    public static readonly TimeSpan LongestLifetime = TimeSpan.FromMinutes(10);

    private static readonly Func<PostMoneyDb, Guid, CancellationToken, Task<Item?>> _item = EF.CompileAsyncQuery(
        (PostMoneyDb db, Guid id, CancellationToken _) => db.Items.AsNoTracking().FirstOrDefault(item => item.Id == id));

    private static readonly Func<PostMoneyDb, Guid, int, CancellationToken, Task<WrappedKey?>> _key = EF.CompileAsyncQuery(
        (PostMoneyDb db, Guid itemId, int version, CancellationToken _) =>
            db.DataKeys.AsNoTracking().FirstOrDefault(key => key.ItemId == itemId && key.Version == version));

    private static readonly Func<PostMoneyDb, Guid, int, IAsyncEnumerable<SealedPart>> _parts = EF.CompileAsyncQuery(
        (PostMoneyDb db, Guid itemId, int version) =>
            db.SealedParts.AsNoTracking().Where(part => part.ItemId == itemId && part.Version == version));

    /// <summary>Asks for a grant of an item's newest version.</summary>
    /// <param name="viewer">Who asks.</param>
    /// <param name="itemId">The item.</param>
    /// <param name="lifetime">How long it should be valid, at most <see cref="LongestLifetime"/>.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>The grant with all that is needed to open, or <see cref="ItemRefusals.NotFound"/>.</returns>
    public async Task<Result<IssuedGrant>> ExecuteAsync(Viewer viewer, Guid itemId, TimeSpan lifetime, CancellationToken ct)
    {
        if (!viewer.IsMember || !DidKey.TryParse(viewer.Did, out var holder))
        {
            return ItemRefusals.NotFound;
        }

        await using var change = await db.BeginChangeAsync(ct);
        var item = await _item(db, itemId, ct);
        if (item is null)
        {
            return ItemRefusals.NotFound;
        }

        var decision = await access.CheckAsync(viewer, Permission.Open, new Resource.OfItem(item.Id, item), ct);
        var wrapped = decision.IsAllowed ? await _key(db, itemId, item.Version, ct) : null;
        var grant = wrapped is null ? null : await IssueAsync(viewer, item, wrapped, holder, Bounded(lifetime), ct);
        Write(viewer, item, grant is null && decision.IsAllowed ? "nothing-sealed" : decision.Rule, grant);
        await log.AppendAsync(grant is null ? "grant.refused" : "grant.issued", viewer.Did!, $"item:{item.Id:D}", null, ct);
        await change.SaveAsync(ct);
        return grant is null ? ItemRefusals.NotFound : grant;
    }

    private async Task<IssuedGrant> IssueAsync(
        Viewer viewer, Item item, WrappedKey wrapped, DidKey holder, TimeSpan lifetime, CancellationToken ct)
    {
        using var key = new DataKey(wrapping.Unwrap(wrapped.Wrapped, WrappedKey.Purpose(wrapped.Id)));
        var now = clock.GetUtcNow();
        var id = ids.Next();
        var statement = await passports.SignAsync(NodePassports.Node, Statement(id, item, wrapped.Id, viewer.Did!, now, lifetime, key), ct);
        db.KeyGrants.Add(new KeyGrant
        {
            Id = id,
            HolderId = viewer.Id,
            ItemId = item.Id,
            Version = item.Version,
            KeyId = wrapped.Id,
            Statement = statement,
            IssuedAt = now,
            ExpiresAt = now + lifetime,
        });
        var labels = await LabelsAsync(item, ct);
        var parts = await _parts(db, item.Id, item.Version).ToListAsync(ct);
        return new IssuedGrant(
            id, item.Urn, item.Version, wrapped.Id, now + lifetime, statement, key.SealTo(holder),
            [.. parts.Select(part => new GrantedPart(part.Name, labels.GetValueOrDefault(part.Name, part.Name), part.Ciphertext))]);
    }

    private async Task<IReadOnlyDictionary<string, string>> LabelsAsync(Item item, CancellationToken ct)
    {
        var category = CategoryId.TryParse(item.Category, out var id) ? await categories.FindAsync(id, ct) : null;
        return category?.Schema.Fields.Where(field => field.IsPrivate).ToDictionary(field => field.Property, field => field.Label) ?? [];
    }

    private static JsonElement Statement(
        Guid id, Item item, string keyId, string holder, DateTimeOffset now, TimeSpan lifetime, DataKey key) =>
        JsonSerializer.SerializeToElement(new JsonObject
        {
            ["@context"] = ItemDocument.Context(),
            ["id"] = Item.UrnOf(id),
            ["type"] = "KeyGrant",
            ["item"] = item.Urn,
            ["version"] = item.Version,
            ["keyId"] = keyId,
            ["holder"] = holder,
            ["notBefore"] = ItemDocument.Time(now),
            ["expires"] = ItemDocument.Time(now + lifetime),
            ["keyCommitment"] = Base64Url.EncodeToString(key.Commitment()),
        });

    private void Write(Viewer viewer, Item item, string rule, IssuedGrant? grant) => db.GrantAttempts.Add(new GrantAttempt
    {
        Id = ids.Next(),
        At = clock.GetUtcNow(),
        MemberId = viewer.Id,
        ItemId = item.Id,
        Version = item.Version,
        Allowed = grant is not null,
        Rule = rule,
        GrantId = grant?.Id,
    });

    private static TimeSpan Bounded(TimeSpan lifetime) =>
        lifetime <= TimeSpan.Zero ? DefaultLifetime : lifetime > LongestLifetime ? LongestLifetime : lifetime;
}

/// <summary>A grant on its way to its holder. It is never stored, logged or cached.</summary>
/// <param name="Id">The grant.</param>
/// <param name="ItemUrn">The item.</param>
/// <param name="Version">Its version.</param>
/// <param name="KeyId">The data key.</param>
/// <param name="ExpiresAt">Until when.</param>
/// <param name="Statement">What the node signed.</param>
/// <param name="Box">The data key, sealed to the holder's passport.</param>
/// <param name="Parts">The ciphertexts.</param>
public sealed record IssuedGrant(
    Guid Id, string ItemUrn, int Version, string KeyId, DateTimeOffset ExpiresAt, byte[] Statement, byte[] Box,
    IReadOnlyList<GrantedPart> Parts)
{
    /// <summary>Opens it on the node with a node-held passport.</summary>
    /// <returns>The parts as text, or null where the passport is not the holder's.</returns>
    public IReadOnlyList<OpenedPart>? TryOpen(UnlockedPassport passport)
    {
        using var key = passport.TryOpen(Box);
        if (key is null)
        {
            return null;
        }

        var opened = Parts.Select(part => new OpenedPart(
            part.Label, PayloadCipher.TryOpen(key, new PartAddress(ItemUrn, part.Name, Version, KeyId), part.Ciphertext)));
        return [.. opened];
    }
}

/// <summary>One ciphertext of a grant.</summary>
public sealed record GrantedPart(string Name, string Label, byte[] Ciphertext);

/// <summary>One opened part; its text is null where the ciphertext does not open, which means that it was tampered with.</summary>
public sealed record OpenedPart(string Label, string? Text);
