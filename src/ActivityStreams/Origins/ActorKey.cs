using System.Text.Json;
using PostMoney.ActivityStreams.Cryptography;
using PostMoney.ActivityStreams.Http.Signatures;
using PostMoney.ActivityStreams.Identifiers;
using PostMoney.ActivityStreams.Json;

namespace PostMoney.ActivityStreams.Origins;

/// <summary>A key as its owner names it, which is the only way in which a key counts: one of the two cases below.</summary>
/// <remarks>
/// FEP-fe34, Signatures and Reciprocal claims; FEP-521a for <c>assertionMethod</c> with Multikeys. The document must have
/// been read from the actor's own id (<see cref="WhoMaySpeak.IsFromItsOrigin"/>). At most <see cref="MaximumKeys"/> keys
/// are looked at.
/// </remarks>
public abstract record ActorKey
{
    /// <summary>Most keys of one actor.</summary>
    public const int MaximumKeys = 16;

    private ActorKey()
    {
    }

    /// <summary>The actor has this key.</summary>
    /// <param name="Owner">The actor.</param>
    /// <param name="Key">Their key.</param>
    public sealed record Named(WebId Owner, VerificationKey Key) : ActorKey;

    /// <summary>The key counts for nothing.</summary>
    /// <param name="Problem">Why.</param>
    /// <param name="RsaProblem">More about an RSA key that was refused.</param>
    /// <param name="Kind">The kind of a Multikey that is not used.</param>
    public sealed record Refused(
        OriginProblem Problem, RsaKeyProblem RsaProblem = RsaKeyProblem.None, KeyKind Kind = KeyKind.Unknown) : ActorKey;

    /// <summary>Finds a key in its owner's document.</summary>
    /// <param name="actor">The actor's document, read from its own id by <see cref="StrictJson"/>.</param>
    /// <param name="keyId">The id that a signature names.</param>
    /// <param name="allowsPlainHttp">Whether ids may be of http: for servers of a test alone.</param>
    public static ActorKey Find(JsonElement actor, string keyId, bool allowsPlainHttp = false)
    {
        if (DocumentOwner.Of(actor, allowsPlainHttp) is not DocumentOwner.Owned { Id: var id, Owner: var owner } || !id.Equals(owner))
        {
            return new Refused(OriginProblem.Owner);
        }

        if (!WebId.TryParse(keyId, allowsPlainHttp, out var key) || key.Origin != id.Origin)
        {
            return new Refused(OriginProblem.OtherOrigin);
        }

        foreach (var (name, ownerName) in new[] { ("publicKey", "owner"), ("assertionMethod", "controller") })
        {
            foreach (var entry in Entries(actor, name).Where(entry => DocumentOwner.Reference(entry, "id") == keyId))
            {
                return DocumentOwner.Reference(entry, ownerName) == id.Value ? Read(id, entry) : new Refused(OriginProblem.KeyNotNamed);
            }
        }

        return new Refused(OriginProblem.KeyNotNamed);
    }

    private static IEnumerable<JsonElement> Entries(JsonElement actor, string name) =>
        (actor.TryGetProperty(name, out var value)
            ? value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Take(MaximumKeys) : Enumerable.Repeat(value, 1)
            : []).Where(entry => entry.ValueKind == JsonValueKind.Object);

    private static ActorKey Read(WebId owner, JsonElement entry)
    {
        if (entry.TryGetProperty("publicKeyPem", out var pem))
        {
            return JsonText.TryRead(pem, out var text) && RsaPublicKey.TryFromPem(text, out var rsa, out var problem)
                ? new Named(owner, new VerificationKey.Rsa(rsa))
                : new Refused(OriginProblem.KeyRefused, ProblemOf(pem));
        }

        _ = entry.TryGetProperty("publicKeyMultibase", out var multikey);
        _ = JsonText.TryRead(multikey, out var multibase);
        return Multikey.TryParse(multibase, out Ed25519PublicKey? key)
            ? new Named(owner, new VerificationKey.Ed25519(key))
            : new Refused(OriginProblem.KeyRefused, Kind: Multikey.Recognize(multibase));
    }

    private static RsaKeyProblem ProblemOf(JsonElement pem)
    {
        _ = JsonText.TryRead(pem, out var text);
        _ = RsaPublicKey.TryFromPem(text, out _, out var problem);
        return problem;
    }
}
