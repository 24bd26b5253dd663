using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Cryptography;
using PostMoney.ActivityStreams.Identifiers;
using PostMoney.ActivityStreams.Proofs;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Sealing;

/// <summary>The passports that the node itself holds and signs with: its own, and those of its groups.</summary>
public sealed class NodePassports(PostMoneyDb db, KeyWrapping wrapping, Randomness randomness, TimeProvider clock)
{
    /// <summary>Name of the node's own passport.</summary>
    public const string Node = "passport:node";

    // Seeds are read once for each process and kept wrapped; unwrapping is a microsecond, reading is a query.
    private static readonly ConcurrentDictionary<(object, string), byte[]> _boxes = new();

    /// <summary>Name of a group's passport.</summary>
    public static string OfGroup(Guid groupId) => $"passport:group:{groupId:D}";

    /// <summary>Makes a passport; the caller's change saves it.</summary>
    public DidKey Create(string name)
    {
        var seed = randomness.Bytes(32);
        using var key = Ed25519SecretKey.FromSeed(seed);
        db.NodeSecrets.Add(new NodeSecret { Name = name, Box = wrapping.Wrap(seed, name), CreatedAt = clock.GetUtcNow() });
        CryptographicOperations.ZeroMemory(seed);
        return DidKey.From(key.PublicKey);
    }

    /// <summary>Signs a document as one of these passports.</summary>
    /// <returns>The canonical bytes of the signed document.</returns>
    public async Task<byte[]> SignAsync(string name, JsonElement document, CancellationToken ct)
    {
        using var key = await OpenAsync(name, ct);
        return EddsaJcs2022.Sign(document, key, clock.GetUtcNow());
    }

    /// <summary>The node's passport, to which browsers seal data keys.</summary>
    public async Task<DidKey> NodeDidAsync(CancellationToken ct)
    {
        using var key = await OpenAsync(Node, ct);
        return DidKey.From(key.PublicKey);
    }

    /// <summary>Opens a data key that a browser has sealed to the node.</summary>
    /// <returns>The key, or null where the box was not made for this node or holds no key.</returns>
    internal async Task<DataKey?> TryOpenAsync(ReadOnlyMemory<byte> box, CancellationToken ct)
    {
        using var key = await OpenAsync(Node, ct);
        using var agreement = key.ToAgreementKey();
        return SealedBox.TryOpen(box.Span, agreement, out var bytes) && bytes.Length == DataKey.Size ? new DataKey(bytes) : null;
    }

    /// <summary>Seals a data key to the node, as a browser does.</summary>
    internal async Task<byte[]> SealToNodeAsync(DataKey dataKey, CancellationToken ct) =>
        dataKey.SealTo(await NodeDidAsync(ct));

    private async Task<Ed25519SecretKey> OpenAsync(string name, CancellationToken ct)
    {
        if (!_boxes.TryGetValue((wrapping, name), out var box))
        {
            box = db.NodeSecrets.Local.FirstOrDefault(secret => secret.Name == name)?.Box
                ?? await db.NodeSecrets.AsNoTracking().Where(secret => secret.Name == name).Select(secret => secret.Box).SingleAsync(ct);
            _boxes[(wrapping, name)] = box;
        }

        var seed = wrapping.Unwrap(box, name);
        var key = Ed25519SecretKey.FromSeed(seed);
        CryptographicOperations.ZeroMemory(seed);
        return key;
    }
}
