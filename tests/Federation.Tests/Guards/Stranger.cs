using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using PostMoney.ActivityStreams.Cryptography;
using PostMoney.ActivityStreams.Http;
using PostMoney.ActivityStreams.Http.Digests;
using PostMoney.ActivityStreams.Http.Signatures;
using PostMoney.ActivityStreams.Http.Signatures.Schemes;
using PostMoney.ActivityStreams.Identifiers;
using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Proofs;

namespace PostMoney.Federation.Tests.Guards;

/// <summary>Somebody <see cref="Elsewhere"/> who writes letters by hand: honest ones, and any other.</summary>
public sealed class Stranger(string origin, string name) : IDisposable
{
    private readonly RsaSecretKey _rsa = RsaSecretKey.Create();
    private readonly Ed25519SecretKey _ed25519 = Ed25519SecretKey.FromSeed(RandomNumberGenerator.GetBytes(Ed25519SecretKey.SeedSize));
    private int _said;

    public string Id { get; } = $"{origin}/u/{name}";

    public string KeyId => Id + "#main-key";

    public SigningKey Key => new SigningKey.Rsa(_rsa);

    /// <summary>The public half of their key, as their document has it.</summary>
    public string Pem => _rsa.PublicKey.ToPem();

    /// <summary>Their actor document.</summary>
    /// <param name="pem">Another key than theirs.</param>
    public object Document(string? pem = null) => new
    {
        id = Id,
        type = "Person",
        preferredUsername = name,
        name = char.ToUpperInvariant(name[0]) + name[1..],
        inbox = Id + "/inbox",
        outbox = Id + "/outbox",
        followers = Id + "/followers",
        featured = Id + "/featured",
        publicKey = new { id = KeyId, owner = Id, publicKeyPem = pem ?? Pem },
        assertionMethod = new object[]
        {
            new { id = Id + "#ed25519-key", type = "Multikey", controller = Id, publicKeyMultibase = Multikey.Of(_ed25519.PublicKey) },
        },
    };

    /// <summary>An id on their server that nothing had before.</summary>
    public string NewId() => string.Create(CultureInfo.InvariantCulture, $"{origin}/{name}/{Interlocked.Increment(ref _said)}");

    /// <summary>An activity of theirs; members can be replaced and added.</summary>
    public Dictionary<string, object?> Activity(string type, object? about, params IReadOnlyList<(string Name, object? Value)> more)
    {
        var activity = new Dictionary<string, object?> { ["id"] = NewId(), ["type"] = type, ["actor"] = Id, ["object"] = about };
        foreach (var (member, value) in more)
        {
            activity[member] = value;
        }

        return activity;
    }

    /// <summary>A letter with nothing on it yet but what it is.</summary>
    public static HttpMessage Letter(string inbox, object activity) => Letter(inbox, JsonSerializer.SerializeToUtf8Bytes(activity));

    /// <summary>The same, of any bytes.</summary>
    public static HttpMessage Letter(string inbox, byte[] body, string type = "application/activity+json") =>
        HttpMessage.ToSend("POST", new Uri(inbox), body, KeyValuePair.Create("Content-Type", type));

    /// <summary>Signs as one should.</summary>
    public HttpMessage SignedAsOneShould(HttpMessage letter, SignatureScheme scheme = SignatureScheme.Cavage, TimeSpan ago = default) =>
        letter.With(RequestSigning.Sign(letter, Key, KeyId, scheme, Now - ago));

    /// <summary>Signs as one should, by the other key.</summary>
    public HttpMessage SignedByEd25519(HttpMessage letter) =>
        letter.With(RequestSigning.Sign(letter, new SigningKey.Ed25519(_ed25519), Id + "#ed25519-key", SignatureScheme.Rfc9421, Now));

    /// <summary>Signs what is asked for by the older draft, and nothing else; date and digest are there.</summary>
    /// <param name="letter">Without date and digest.</param>
    /// <param name="covered">With spaces between.</param>
    /// <param name="date">What stands there for a date.</param>
    /// <param name="expires">When the signature says that it ends.</param>
    public HttpMessage SignedOver(HttpMessage letter, string covered, string? date = null, DateTimeOffset? expires = null)
    {
        var dated = letter.With(KeyValuePair.Create("Date", date ?? HttpDate(Now)), KeyValuePair.Create("Digest", BodyDigest.WriteLegacy(letter.Body.Span)));
        return dated.With(KeyValuePair.Create("Signature", CavageSignature.Sign(dated, Key, KeyId, covered.Split(' '), null, expires)));
    }

    /// <summary>The same by RFC 9421; components in quotes, with spaces between.</summary>
    public HttpMessage SignedOverComponents(HttpMessage letter, string covered, string label = "sig1", string? keyId = null)
    {
        var dated = letter.With(KeyValuePair.Create("Content-Digest", BodyDigest.Write(letter.Body.Span)));
        return dated.With(Rfc9421Signature.Sign(dated, Key, keyId ?? KeyId, covered.Split(' '), Now, label: label));
    }

    /// <summary>An activity of theirs that carries their proof, so that anybody can pass it on.</summary>
    /// <param name="activity">What they say.</param>
    /// <param name="created">When they say that they have signed it.</param>
    public byte[] Proved(Dictionary<string, object?> activity, DateTimeOffset created)
    {
        activity["@context"] = new[] { "https://www.w3.org/ns/activitystreams", "https://w3id.org/security/data-integrity/v2" };
        return ActorProof.Sign(JsonSerializer.SerializeToElement(activity), _ed25519, WebId.Parse(Id + "#ed25519-key"), created);
    }

    /// <summary>A time as HTTP writes it.</summary>
    public static string HttpDate(DateTimeOffset time) => time.UtcDateTime.ToString("r", CultureInfo.InvariantCulture);

    /// <summary>The clock of the machine, as the node under test has no other.</summary>
    public static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public void Dispose()
    {
        _rsa.Dispose();
        _ed25519.Dispose();
    }
}
