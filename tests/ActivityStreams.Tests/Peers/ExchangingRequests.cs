using System.Globalization;
using System.Security.Cryptography;
using PostMoney.ActivityStreams.Cryptography;
using PostMoney.ActivityStreams.Http;
using PostMoney.ActivityStreams.Http.Signatures;
using PostMoney.ActivityStreams.Tests.Http.Signatures;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.Peers;

/// <summary>PeerTube's implementation of the older draft, one of RFC 9421, and this library, check each other's requests.</summary>
public sealed class ExchangingRequests(Peer peer)
{
    private const string Address = "https://n.test/u/bilal/inbox?page=2";

    private static readonly RSA _rsa = RSA.Create(2_048);

    public static TheoryData<SignatureScheme, string> Schemes => new()
    {
        { SignatureScheme.Cavage, "rsa-sha256" },
        { SignatureScheme.Rfc9421, "rsa-v1_5-sha256" },
        { SignatureScheme.Rfc9421, "ed25519" },
    };

    // Both sides ask the clock of the machine, which no parameter of theirs replaces.
    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Their_requests_are_taken_here_until_something_is_changed(SignatureScheme scheme, string algorithm)
    {
        var headers = new Dictionary<string, string>
        {
            ["host"] = "n.test",
            ["date"] = Now.ToString("r", CultureInfo.InvariantCulture),
            ["content-type"] = "application/activity+json",
        };
        var request = Request(headers, TownRequest.Body);
        var signed = peer.Answer(
            "signRequest",
            new { scheme = scheme.ToString(), request, secretKey = SecretPem(algorithm), keyId = TownRequest.ChensKey, algorithm });
        var message = HttpMessage.FromRequest(
            "POST",
            "https",
            "/u/bilal/inbox?page=2",
            signed.EnumerateObject().Select(header => KeyValuePair.Create(header.Name, header.Value.GetString()!)),
            TownRequest.Body);

        Assert.Null(Problem(message));
        Assert.Equal("sig.digest", Problem(TownRequest.Changed(message, body: [.. TownRequest.Body, (byte)' '])));
        Assert.Equal("sig.mismatch", Problem(TownRequest.Changed(message, target: "/u/bilal/inbox?page=3")));

        string? Problem(HttpMessage one) => TownRequest.Problem(one, Now, Key(algorithm));
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Our_requests_are_taken_there_until_something_is_changed(SignatureScheme scheme, string algorithm)
    {
        var unsigned = HttpMessage.ToSend("POST", new Uri(Address), TownRequest.Body);
        var signed = unsigned.With(RequestSigning.Sign(unsigned, SigningKeyOf(algorithm), TownRequest.ChensKey, scheme, Now));
        var headers = signed.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value);

        Assert.True(IsTaken(Request(headers, TownRequest.Body)));
        Assert.False(IsTaken(Request(headers, [.. TownRequest.Body, (byte)' '])));
        Assert.False(IsTaken(Request(headers, TownRequest.Body, Address + "0")));

        bool IsTaken(object request) => peer.Ask(
            "verifyRequest",
            new { scheme = scheme.ToString(), request, publicKey = PublicPem(algorithm), algorithm }) is (true, var answer) && answer.GetBoolean();
    }

    private static object Request(IReadOnlyDictionary<string, string> headers, byte[] body, string address = Address) =>
        new { method = "POST", url = address, headers, body = Convert.ToBase64String(body) };

    private static SigningKey SigningKeyOf(string algorithm) => algorithm == "ed25519"
        ? TownRequest.Ed25519Secret
        : new SigningKey.Rsa(RsaSecretKey.FromPkcs8(_rsa.ExportPkcs8PrivateKey()));

    private static VerificationKey Key(string algorithm) => algorithm == "ed25519"
        ? TownRequest.Ed25519Public
        : new VerificationKey.Rsa(RsaPublicKey.TryFromPem(_rsa.ExportSubjectPublicKeyInfoPem(), out var key, out _) ? key : throw new InvalidOperationException());

    // RFC 8410 §7 and §4: what stands before the 32 bytes of a seed and of a key.
    private static string SecretPem(string algorithm) => algorithm == "ed25519"
        ? Pem("PRIVATE KEY", [.. Convert.FromHexString("302e020100300506032b657004220420"), .. SHA256.HashData("Chen"u8)])
        : _rsa.ExportPkcs8PrivateKeyPem();

    private static string PublicPem(string algorithm) => algorithm == "ed25519"
        ? Pem("PUBLIC KEY", [.. Convert.FromHexString("302a300506032b6570032100"), .. ((VerificationKey.Ed25519)TownRequest.Ed25519Public).Key.Bytes])
        : _rsa.ExportSubjectPublicKeyInfoPem();

    private static string Pem(string label, byte[] bytes) => PemEncoding.WriteString(label, bytes);
}
