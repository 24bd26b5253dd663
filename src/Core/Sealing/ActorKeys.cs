using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Cryptography;
using PostMoney.ActivityStreams.Http;
using PostMoney.ActivityStreams.Http.Fetching;
using PostMoney.ActivityStreams.Http.Signatures;
using PostMoney.ActivityStreams.Identifiers;
using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Proofs;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Sealing;

/// <summary>The transport keys of actors here, which belong to the node: RSA for HTTP signatures, Ed25519 for proofs of what is sent.</summary>
/// <remarks>They carry what a member does from server to server; what a member signs, their passport signs.</remarks>
public sealed class ActorKeys(PostMoneyDb db, KeyWrapping wrapping, Randomness randomness, TimeProvider clock)
{
    /// <summary>What names the RSA key in an actor's document.</summary>
    public const string RsaFragment = "#main-key";

    /// <summary>What names the Ed25519 key in an actor's document.</summary>
    public const string ProofFragment = "#ed25519-key";

    /// <summary>Makes both keys of an actor. Takes some tenths of a second.</summary>
    public NewActorKeys Make()
    {
        using var rsa = RsaSecretKey.Create();
        var seed = randomness.Bytes(Ed25519SecretKey.SeedSize);
        using var ed25519 = Ed25519SecretKey.FromSeed(seed);
        return new NewActorKeys(rsa.PublicKey.ToPem(), Multikey.Of(ed25519.PublicKey), rsa.ToPkcs8(), seed);
    }

    /// <summary>Keeps an actor's keys, wrapped; the caller's change saves them.</summary>
    public void Keep(Guid actorId, NewActorKeys keys)
    {
        Keep(RsaName(actorId), keys.Rsa);
        Keep(ProofName(actorId), keys.Seed);
    }

    /// <summary>Keeps other keys of an actor in place of those it had.</summary>
    public async Task ReplaceAsync(Guid actorId, NewActorKeys keys, CancellationToken ct)
    {
        var names = new[] { RsaName(actorId), ProofName(actorId) };
        await db.NodeSecrets.Where(secret => names.Contains(secret.Name)).ExecuteDeleteAsync(ct);
        Keep(actorId, keys);
    }

    /// <summary>Signs requests as an actor.</summary>
    /// <param name="actorId">Who sends.</param>
    /// <param name="actorUri">Their id.</param>
    /// <param name="scheme">What the receiver understands.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<RequestSigner> SignerAsync(Guid actorId, string actorUri, SignatureScheme scheme, CancellationToken ct)
    {
        var box = await BoxAsync(RsaName(actorId), ct);
        return request => Sign(box, actorId, actorUri, scheme, request);
    }

    /// <summary>Signs a document as an actor.</summary>
    /// <returns>The canonical bytes of the document with its proof.</returns>
    public async Task<byte[]> SignDocumentAsync(Guid actorId, string actorUri, JsonElement document, CancellationToken ct)
    {
        var name = ProofName(actorId);
        var seed = wrapping.Unwrap(await BoxAsync(name, ct), name);
        try
        {
            using var key = Ed25519SecretKey.FromSeed(seed);
            return ActorProof.Sign(document, key, WebId.Parse(actorUri + ProofFragment), clock.GetUtcNow());
        }
        finally
        {
            CryptographicOperations.ZeroMemory(seed);
        }
    }

    private IReadOnlyList<KeyValuePair<string, string>> Sign(
        byte[] box, Guid actorId, string actorUri, SignatureScheme scheme, HttpMessage request)
    {
        var bytes = wrapping.Unwrap(box, RsaName(actorId));
        try
        {
            using var key = RsaSecretKey.FromPkcs8(bytes);
            return RequestSigning.Sign(request, new SigningKey.Rsa(key), actorUri + RsaFragment, scheme, clock.GetUtcNow());
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    private void Keep(string name, byte[] secret)
    {
        db.NodeSecrets.Add(new NodeSecret { Name = name, Box = wrapping.Wrap(secret, name), CreatedAt = clock.GetUtcNow() });
    }

    private async Task<byte[]> BoxAsync(string name, CancellationToken ct) =>
        db.NodeSecrets.Local.FirstOrDefault(secret => secret.Name == name)?.Box
        ?? await db.NodeSecrets.AsNoTracking().Where(secret => secret.Name == name).Select(secret => secret.Box).SingleAsync(ct);

    private static string RsaName(Guid actorId) => $"actor:{actorId:D}:rsa";

    private static string ProofName(Guid actorId) => $"actor:{actorId:D}:ed25519";
}

/// <summary>Keys that were just made: their public sides to publish, their secret sides to be kept at once. Disposing wipes them.</summary>
public sealed class NewActorKeys : IDisposable
{
    internal NewActorKeys(string publicPem, string publicMultikey, byte[] rsa, byte[] seed) =>
        (PublicPem, PublicMultikey, Rsa, Seed) = (publicPem, publicMultikey, rsa, seed);

    /// <summary>The RSA key in PEM.</summary>
    public string PublicPem { get; }

    /// <summary>The Ed25519 key as a Multikey.</summary>
    public string PublicMultikey { get; }

    internal byte[] Rsa { get; }

    internal byte[] Seed { get; }

    /// <inheritdoc />
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(Rsa);
        CryptographicOperations.ZeroMemory(Seed);
    }
}
