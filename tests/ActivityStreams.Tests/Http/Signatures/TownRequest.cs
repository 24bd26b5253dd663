using System.Security.Cryptography;
using System.Text;
using PostMoney.ActivityStreams.Cryptography;
using PostMoney.ActivityStreams.Http;
using PostMoney.ActivityStreams.Http.Signatures;

namespace PostMoney.ActivityStreams.Tests.Http.Signatures;

/// <summary>What Chen, of another server, sends to Bilal's inbox, and what a receiver makes of it.</summary>
internal sealed record TownRequest(SignatureScheme Scheme)
{
    public const string ChensKey = "https://p.test/u/chen#main-key";

    private static readonly RsaSecretKey _rsa = RsaSecretKey.Create();

    public static DateTimeOffset Now { get; } = new(2027, 3, 1, 9, 0, 7, TimeSpan.Zero);

    public static SigningKey Secret { get; } = new SigningKey.Rsa(_rsa);

    public static VerificationKey Public { get; } = new VerificationKey.Rsa(_rsa.PublicKey);

    public static SigningKey Ed25519Secret { get; } =
        new SigningKey.Ed25519(Ed25519SecretKey.FromSeed(SHA256.HashData("Chen"u8)));

    public static VerificationKey Ed25519Public { get; } =
        new VerificationKey.Ed25519(((SigningKey.Ed25519)Ed25519Secret).Key.PublicKey);

    public static byte[] Body { get; } = Encoding.UTF8.GetBytes("""{"type":"Create","actor":"https://p.test/u/chen"}""");

    public static HttpMessage Unsigned { get; } = HttpMessage.ToSend(
        "POST", new Uri("https://n.test/u/bilal/inbox"), Body, KeyValuePair.Create("Content-Type", "application/activity+json"));

    /// <summary>As it goes out, signed at <see cref="Now"/>.</summary>
    public HttpMessage Signed => SignedAt(Now);

    public HttpMessage SignedAt(DateTimeOffset moment) =>
        Unsigned.With(RequestSigning.Sign(Unsigned, Secret, ChensKey, Scheme, moment));

    /// <summary>The code of the first problem, null where the request is Chen's.</summary>
    public static string? Problem(HttpMessage request, DateTimeOffset? now = null, VerificationKey? key = null) =>
        HttpSignatures.Read(request, SignaturePolicy.Default, now ?? Now) switch
        {
            SignatureReading.Refused refused => refused.Problem.Code,
            SignatureReading.Found found => found.Candidates[0].Verify(key ?? Public) is SignatureCheck.Refused refused ? refused.Problem.Code : null,
            _ => "neither",
        };

    /// <summary>The same request with another method, target, body or headers.</summary>
    public static HttpMessage Changed(
        HttpMessage request,
        string? method = null,
        string? target = null,
        byte[]? body = null,
        Func<KeyValuePair<string, string>, KeyValuePair<string, string>>? header = null) => HttpMessage.FromRequest(
            method ?? request.Method!,
            request.Scheme!,
            target ?? request.Target!,
            request.Headers.Select(header ?? (one => one)),
            body ?? request.Body);
}
