using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PostMoney.ActivityStreams.Cryptography;
using PostMoney.ActivityStreams.Http;
using PostMoney.ActivityStreams.Http.Signatures;

namespace PostMoney.Benchmarks.Federation;

/// <summary>Notes of 2 kB that people of many servers say, each signed beforehand as a whole request: RSA of 4,096 bits, the older draft.</summary>
/// <remarks>All servers have one key under names of their own, since making one takes seconds and reading one is what is measured.</remarks>
internal sealed class SignedNotes : IDisposable
{
    /// <summary>Servers, so many that each stays within what one may send.</summary>
    internal const int Servers = 100;

    private const int Bytes = 2_000;

    private static readonly JsonSerializerOptions _asOthersWrite = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly RsaSecretKey _key = NewKey();
    private int _said;

    internal static string Origin(int server) => string.Create(CultureInfo.InvariantCulture, $"https://p{server}.test");

    /// <summary>Makes their authors known, and has Amina follow them.</summary>
    internal void MeetAuthors(FederatedFolder folder)
    {
        var amina = folder.Amina;
        folder.Write(connection =>
        {
            for (var server = 0; server < Servers; server++)
            {
                var id = FederatedFolder.IdOf(server);
                FederatedFolder.AddActor(connection, id, Origin(server), "chen", Author(server) + "/inbox", Keys(server));
                FederatedFolder.AddFollow(connection, amina, id);
            }
        });
    }

    /// <summary>Signs as many as wanted; they are good for five minutes.</summary>
    /// <param name="count">How many.</param>
    /// <param name="type">What is done with the note: <c>Create</c>, or something that no node understands.</param>
    internal byte[][] Sign(int count, string type = "Create")
    {
        var first = Interlocked.Add(ref _said, count) - count;
        var signed = new byte[count][];
        Parallel.For(0, count, number => signed[number] = Request(first + number, type));
        return signed;
    }

    /// <summary>The least that taking one in could be: its digest and its signature.</summary>
    internal Action BareCheck()
    {
        var body = Body(0, "Create");
        var text = Encoding.ASCII.GetBytes(new string('a', 250));
        var signature = _key.SignPkcs1Sha256(text);
        return () =>
        {
            _ = SHA256.HashData(body);
            _ = _key.PublicKey.VerifyPkcs1Sha256(text, signature);
        };
    }

    /// <inheritdoc />
    public void Dispose() => _key.Dispose();

    private static RsaSecretKey NewKey()
    {
        using var rsa = RSA.Create(4_096);
        return RsaSecretKey.FromPkcs8(rsa.ExportPkcs8PrivateKey());
    }

    private static string Author(int server) => Origin(server) + "/u/chen";

    private string Keys(int server) => JsonSerializer.Serialize(new
    {
        id = Author(server),
        inbox = Author(server) + "/inbox",
        outbox = Author(server) + "/outbox",
        publicKey = new { id = Author(server) + "#main-key", owner = Author(server), publicKeyPem = _key.PublicKey.ToPem() },
    });

    private byte[] Request(int number, string type)
    {
        var message = HttpMessage.ToSend(
            "POST", new Uri(FederatedFolder.Origin + "/inbox"), Body(number, type), KeyValuePair.Create("Content-Type", "application/activity+json"));
        var signed = message.With(RequestSigning.Sign(
            message, new SigningKey.Rsa(_key), Author(number % Servers) + "#main-key", SignatureScheme.Cavage, TimeProvider.System.GetUtcNow()));
        var head = new StringBuilder("POST /inbox HTTP/1.1\r\n");
        foreach (var (name, value) in signed.Headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        head.Append(CultureInfo.InvariantCulture, $"Content-Length: {signed.Body.Length}\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head.ToString()), .. signed.Body.Span];
    }

    private static byte[] Body(int number, string type)
    {
        var author = Author(number % Servers);
        var id = string.Create(CultureInfo.InvariantCulture, $"{author}/notes/{number}-{Environment.ProcessId}");
        var content = new StringBuilder();
        while (content.Length < 1_350)
        {
            content.Append("<p>The ladder of the <a href=\"https://p.test/tags/workshop\" class=\"hashtag\">#workshop</a> is back, with both feet.</p>");
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
        {
            ["@context"] = "https://www.w3.org/ns/activitystreams",
            ["id"] = id + "/activity",
            ["type"] = type,
            ["actor"] = author,
            ["to"] = new[] { "https://www.w3.org/ns/activitystreams#Public" },
            ["cc"] = new[] { author + "/followers" },
            ["object"] = new Dictionary<string, object>
            {
                ["id"] = id,
                ["type"] = "Note",
                ["attributedTo"] = author,
                ["published"] = "2026-11-28T09:00:00Z",
                ["content"] = content.ToString(),
                ["to"] = new[] { "https://www.w3.org/ns/activitystreams#Public" },
                ["cc"] = new[] { author + "/followers" },
            },
        }, _asOthersWrite);
        return body.Length is > Bytes * 9 / 10 and < Bytes * 12 / 10 ? body : throw new InvalidOperationException($"A note has {body.Length} bytes.");
    }
}
