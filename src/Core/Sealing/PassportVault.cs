using System.Security.Cryptography;
using System.Text.Json;
using PostMoney.ActivityStreams.Cryptography;
using PostMoney.ActivityStreams.Identifiers;
using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Proofs;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Sealing;

/// <summary>Keeps members' passports that are held by the node, and signs with those that are unlocked.</summary>
/// <remarks>
/// At rest a seed lies in two boxes, one under the member's passphrase (Argon2id, RFC 9106) and one under the node key,
/// so that neither a stolen database nor a guessed passphrase alone opens it. While its owner is signed in, it lies
/// under a key made from the session's token, which only the browser has: usable while signed in, and not after.
/// </remarks>
public sealed class PassportVault(PostMoneyDb db, KeyWrapping wrapping, Randomness randomness, TimeProvider clock)
{
    /// <summary>Fewest characters of a passphrase.</summary>
    public const int ShortestPassphrase = 10;

    /// <summary>Most characters of a passphrase.</summary>
    public const int LongestPassphrase = 256;

    /// <summary>Makes a passport under a passphrase; the caller's change saves it.</summary>
    public DidKey Create(string passphrase)
    {
        var seed = randomness.Bytes(32);
        using var key = Ed25519SecretKey.FromSeed(seed);
        var did = DidKey.From(key.PublicKey);
        var salt = randomness.Bytes(16);
        var cost = Argon2idCost.Interactive;
        var passphraseKey = Argon2id.Derive(passphrase, salt, cost);
        var inner = wrapping.Wrap(passphraseKey, seed, Purpose(did.Value));
        db.HeldPassports.Add(new HeldPassport
        {
            Did = did.Value,
            Salt = salt,
            Passes = cost.Passes,
            MemoryKib = cost.MemoryKibibytes,
            Box = wrapping.Wrap(inner, Purpose(did.Value)),
            CreatedAt = clock.GetUtcNow(),
        });
        CryptographicOperations.ZeroMemory(seed);
        return did;
    }

    /// <summary>Opens a passport with its passphrase and puts it under a session's token.</summary>
    /// <returns>What the session stores, or null for a wrong passphrase or an unknown passport; both take the same time.</returns>
    public async Task<byte[]?> UnlockAsync(string did, string passphrase, ReadOnlyMemory<byte> token, CancellationToken ct)
    {
        var held = await db.HeldPassports.FindAsync([did], ct);
        var cost = held is null ? Argon2idCost.Interactive : new Argon2idCost(held.Passes, held.MemoryKib);
        var passphraseKey = Argon2id.Derive(passphrase, held?.Salt ?? new byte[16], cost);
        if (held is null)
        {
            return null;
        }

        var seed = KeyWrapping.TryUnwrap(passphraseKey, wrapping.Unwrap(held.Box, Purpose(did)), Purpose(did));
        if (seed is null)
        {
            return null;
        }

        var unlocked = wrapping.Wrap(SessionKey(token.Span), seed, Purpose(did));
        CryptographicOperations.ZeroMemory(seed);
        return unlocked;
    }

    /// <summary>The passport of a session, ready to sign; dispose it at the end of the request.</summary>
    public static UnlockedPassport Open(string did, byte[] unlocked, ReadOnlySpan<byte> token)
    {
        var seed = KeyWrapping.TryUnwrap(SessionKey(token), unlocked, Purpose(did))
            ?? throw new CryptographicException("A session's passport does not open with its token.");
        var key = Ed25519SecretKey.FromSeed(seed);
        CryptographicOperations.ZeroMemory(seed);
        return new UnlockedPassport(key);
    }

    private static string Purpose(string did) => $"held-passport:{did}";

    private static byte[] SessionKey(ReadOnlySpan<byte> token)
    {
        var key = new byte[32];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, token, key, [], "postmoney/session-passport/v1"u8);
        return key;
    }
}

/// <summary>A node-held passport in the hands of its signed-in owner, for the length of one request.</summary>
public sealed class UnlockedPassport : IDisposable
{
    private readonly Ed25519SecretKey _key;

    internal UnlockedPassport(Ed25519SecretKey key) => _key = key;

    /// <summary>Whose it is.</summary>
    public DidKey Did => DidKey.From(_key.PublicKey);

    /// <summary>A passport for tests and for making example communities.</summary>
    public static UnlockedPassport FromSeed(ReadOnlySpan<byte> seed) => new(Ed25519SecretKey.FromSeed(seed));

    /// <summary>Signs a record.</summary>
    /// <returns>The canonical bytes of the signed record.</returns>
    public byte[] Sign(JsonElement document, DateTimeOffset created) => EddsaJcs2022.Sign(document, _key, created);

    /// <summary>Signs the statement that an actor is this passport's holder's (FEP-c390).</summary>
    /// <returns>The canonical bytes of the statement with its proof.</returns>
    public byte[] StateIdentity(WebId actorId, DateTimeOffset created) => IdentityProof.Sign(actorId, _key, created);

    /// <summary>Signs bytes that are not a record, such as a sign-in challenge.</summary>
    public byte[] Sign(ReadOnlySpan<byte> message) => _key.Sign(message);

    /// <inheritdoc />
    public void Dispose() => _key.Dispose();

    /// <returns>The data key, or null where the box was not sealed to this passport.</returns>
    internal DataKey? TryOpen(ReadOnlySpan<byte> box)
    {
        using var agreement = _key.ToAgreementKey();
        return SealedBox.TryOpen(box, agreement, out var bytes) && bytes.Length == DataKey.Size ? new DataKey(bytes) : null;
    }
}
