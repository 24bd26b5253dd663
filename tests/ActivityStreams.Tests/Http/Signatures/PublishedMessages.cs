using System.Text;
using System.Text.Json;
using PostMoney.ActivityStreams.Cryptography;
using PostMoney.ActivityStreams.Http;
using PostMoney.ActivityStreams.Http.Signatures;
using TestData = PostMoney.Fixtures.TestData;

namespace PostMoney.ActivityStreams.Tests.Http.Signatures;

/// <summary>Messages and keys of the published vectors.</summary>
internal static class PublishedMessages
{
    public static JsonElement Read(string file) =>
        JsonElement.Parse(File.ReadAllText(Path.Combine(TestData.Find("http-signatures"), file)));

    /// <summary>A message given as JSON: method, target and headers, or status and headers.</summary>
    public static HttpMessage Of(JsonElement message, string scheme = "https")
    {
        var headers = message.GetProperty("headers").EnumerateArray()
            .Select(header => KeyValuePair.Create(header[0].GetString()!, header[1].GetString()!));
        var body = Encoding.UTF8.GetBytes(message.GetProperty("body").GetString()!);
        return message.TryGetProperty("status", out var status)
            ? HttpMessage.FromResponse(status.GetInt32(), headers, body)
            : HttpMessage.FromRequest(message.GetProperty("method").GetString()!, scheme, message.GetProperty("target").GetString()!, headers, body);
    }

    /// <summary>A message given as text, with or without its first line. Old line folding is kept for the code to undo.</summary>
    public static HttpMessage OfText(string text, string scheme = "https", HttpMessage? request = null)
    {
        var parts = text.Replace("\r", "", StringComparison.Ordinal).Split("\n\n", 2);
        var lines = parts[0].Replace("\n ", "\0 ", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Replace('\0', '\n'))
            .ToList();
        var start = lines[0].Split(' ');
        var isResponse = start[0].StartsWith("HTTP/", StringComparison.Ordinal);
        var isRequest = start.Length == 3 && start[2].StartsWith("HTTP/", StringComparison.Ordinal);
        var headers = lines.Skip(isResponse || isRequest ? 1 : 0).Select(Header);
        var body = Encoding.UTF8.GetBytes(parts.Length > 1 ? parts[1].TrimStart('\n') : "");
        return isResponse
            ? HttpMessage.FromResponse(int.Parse(start[1], null), headers, body, request, Trailers(parts))
            : HttpMessage.FromRequest(isRequest ? start[0] : "GET", scheme, isRequest ? start[1] : "/", headers, body);
    }

    /// <summary>The keys of RFC 9421 appendix B.1.</summary>
    public static VerificationKey PublicKey(string keyId)
    {
        var key = Read("rfc9421/appendix-b.json").GetProperty("keys").GetProperty(keyId);
        return keyId switch
        {
            "test-shared-secret" => new VerificationKey.Shared(key.GetProperty("secretBase64").GetBytesFromBase64()),
            "test-key-ecc-p256" => new VerificationKey.Curve(key.GetProperty("publicKeyPem").GetString()!),
            "test-key-ed25519" => new VerificationKey.Ed25519(Ed25519FromPem(key.GetProperty("publicKeyPem").GetString()!)),
            _ => RsaFromPem(key.GetProperty("publicKeyPem").GetString()!),
        };
    }

    /// <summary>The secret keys of RFC 9421 appendix B.1.</summary>
    public static SigningKey SecretKey(string keyId)
    {
        var key = Read("rfc9421/appendix-b.json").GetProperty("keys").GetProperty(keyId);
        return keyId switch
        {
            "test-shared-secret" => new SigningKey.Shared(key.GetProperty("secretBase64").GetBytesFromBase64()),
            "test-key-ecc-p256" => new SigningKey.Curve(key.GetProperty("privateKeyPem").GetString()!),
            "test-key-ed25519" => new SigningKey.Ed25519(Ed25519SecretKey.FromSeed(Der(key.GetProperty("privateKeyPem").GetString()!).AsSpan()[^32..])),
            _ => new SigningKey.Rsa(RsaSecretKey.FromPem(key.GetProperty("privateKeyPem").GetString()!)),
        };
    }

    /// <summary>An RSA key of any size: the older draft's has 1,024 bits.</summary>
    public static VerificationKey.Rsa RsaFromPem(string pem)
    {
        _ = RsaPublicKey.TryRead(pem, out var key);
        return new VerificationKey.Rsa(key!);
    }

    /// <summary>The last 32 bytes of an Ed25519 SPKI are the key.</summary>
    public static Ed25519PublicKey Ed25519FromPem(string pem) =>
        Ed25519PublicKey.TryCreate(Der(pem).AsSpan()[^32..], out var key) ? key : throw new ArgumentException(pem);

    private static byte[] Der(string pem) => Convert.FromBase64String(
        string.Concat(pem.Split('\n').Where(line => !line.StartsWith('-'))));

    private static KeyValuePair<string, string> Header(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return KeyValuePair.Create(line[..colon], line[(colon + 1)..].Replace("(SP)", " ", StringComparison.Ordinal));
    }

    // The one example with a trailer has it at the end of its chunks.
    private static IEnumerable<KeyValuePair<string, string>> Trailers(string[] parts) =>
        parts.Length > 1 && parts[0].Contains("Trailer:", StringComparison.Ordinal) ? [Header(parts[1].Split('\n').Last(line => line.Length > 0))] : [];
}
