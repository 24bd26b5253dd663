using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using PostMoney.ActivityStreams.Http;
using PostMoney.ActivityStreams.Http.Signatures;
using PostMoney.ActivityStreams.Http.Signatures.Schemes;
using PostMoney.ActivityStreams.Http.StructuredFields;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.Http.Signatures;

public sealed partial class CheckingTheExamplesOfRfc9421(ITestOutputHelper output)
{
    // A query that is decoded to show what not to do, a misspelt last line, and the lines that the next test is about.
    private static readonly string[] _notComponents = ["this is a big", "with plus whitespace", "fa\u00e7ade", "\"@signature-input\"", "\"@signature-params\""];

    [Fact]
    public void Agrees_with_every_vector_of_appendix_B()
    {
        var vectors = PublishedMessages.Read("rfc9421/appendix-b.json").GetProperty("vectors").EnumerateArray().ToList();

        Assert.Equal(13, vectors.Count);
        Assert.All(vectors, vector =>
        {
            var (candidate, problem) = Assert.Single(Rfc9421Signature.Read(Signed(vector)));
            Assert.Null(problem);
            if (vector.GetProperty("signatureBase").GetString() is { } expected)
            {
                Assert.Equal(expected, Encoding.ASCII.GetString(candidate!.Base));
            }

            var check = candidate!.Verify(PublishedMessages.PublicKey(candidate.KeyId));
            Assert.True(vector.GetProperty("expectValid").GetBoolean() == check is SignatureCheck.Verified, vector.GetRawText());
        });
        output.WriteLine($"RFC 9421 appendix B: {vectors.Count} vectors");
    }

    [Fact]
    public void Makes_the_same_signatures_where_they_are_the_same_each_time()
    {
        var vectors = PublishedMessages.Read("rfc9421/appendix-b.json").GetProperty("vectors").EnumerateArray()
            .Where(vector => vector.GetProperty("algorithm").GetString() is "hmac-sha256" or "ed25519")
            .Where(vector => vector.GetProperty("expectValid").GetBoolean())
            .ToList();

        Assert.Equal(6, vectors.Count);
        Assert.All(vectors, vector => Assert.Equal(
            vector.GetProperty("signatureBase64").GetString(),
            Convert.ToBase64String(PublishedMessages.SecretKey(vector.GetProperty("keyId").GetString()!)
                .Sign(Encoding.ASCII.GetBytes(vector.GetProperty("signatureBase").GetString()!)))));
    }

    [Fact]
    public void Finds_the_value_of_every_component_that_an_example_shows()
    {
        var shown = 0;
        foreach (var section in Sections())
        {
            var messages = Messages(section);
            foreach (var line in Texts(section).SelectMany(text => text.Replace("(SP)", " ", StringComparison.Ordinal).Split('\n')))
            {
                var match = Component().Match(line);
                if (match.Success && !_notComponents.Any(wrong => line.Contains(wrong, StringComparison.Ordinal)))
                {
                    Assert.True(StructuredField.TryReadItem(match.Groups[1].Value, out var item), line);
                    var values = messages.Select(message => ComponentValue.Of(message, ((BareItem.Text)item.Value).Value, item.Parameters));
                    Assert.True(values.Contains(match.Groups[2].Value), section.GetProperty("section") + " " + line);
                    shown++;
                }
            }
        }

        Assert.True(shown > 90);
        output.WriteLine($"RFC 9421: {shown} component values");
    }

    [Fact]
    public void Builds_every_signature_base_that_an_example_shows()
    {
        var built = 0;
        foreach (var section in Sections())
        {
            foreach (var text in Texts(section).Where(text => text.Contains("\n\"@signature-params\": ", StringComparison.Ordinal)))
            {
                Assert.True(StructuredField.TryReadList(text[(text.LastIndexOf(": ", StringComparison.Ordinal) + 2)..], out var list));
                var bases = Messages(section).Select(message =>
                    Rfc9421Signature.TryBuildBase(message, (InnerList)list[0], out var made, out _) is null ? Encoding.ASCII.GetString(made) : null);
                Assert.True(bases.Contains(text), text);
                built++;
            }
        }

        Assert.True(built > 10);
        output.WriteLine($"RFC 9421: {built} signature bases");
    }

    [Fact]
    public void Checks_every_signature_that_an_example_shows()
    {
        var verified = 0;
        var refused = new List<string>();
        foreach (var section in Sections())
        {
            // Where only the headers are shown, the message is that of appendix B, which has its own test.
            foreach (var message in Messages(section).Where(message => message.Has("signature-input") && !message.Headers[0].Key.StartsWith('S')))
            {
                foreach (var (candidate, _) in Rfc9421Signature.Read(message))
                {
                    var check = candidate!.Verify(PublishedMessages.PublicKey(candidate.KeyId));
                    verified += check is SignatureCheck.Verified ? 1 : 0;
                    refused.AddRange(check is SignatureCheck.Verified ? [] : [$"{candidate.Label} by {candidate.KeyId}"]);
                }
            }
        }

        // Each is read under both schemes. A client's signature does not survive a proxy that changes the host, nor does
        // one survive another method, or another order of lines.
        Assert.Equal([.. Enumerable.Repeat("sig1 by test-key-ecc-p256", 4), .. Enumerable.Repeat("transform by test-key-ed25519", 4)], refused);
        Assert.Equal(22, verified);
        output.WriteLine($"RFC 9421: {verified / 2} signatures verified, {refused.Count / 2} refused as they must be");
    }

    private static HttpMessage Signed(JsonElement vector) => PublishedMessages
        .Of(vector.TryGetProperty("signedMessage", out var signed) ? signed : vector.GetProperty("message"))
        .With(signed.ValueKind == JsonValueKind.Undefined
            ? vector.GetProperty("addedHeaders").EnumerateArray().Select(header => KeyValuePair.Create(header[0].GetString()!, header[1].GetString()!))
            : []);

    private static List<JsonElement> Sections() => [.. PublishedMessages.Read("rfc9421/all-example-blocks.json").EnumerateArray()];

    private static IEnumerable<string> Texts(JsonElement section) =>
        section.GetProperty("blocks").EnumerateArray().Select(block => block.GetProperty("text").GetString()!);

    // Every block that is a message; a response knows the request before it. Both schemes, as the examples do not say.
    private static List<HttpMessage> Messages(JsonElement section)
    {
        var messages = new List<HttpMessage>();
        foreach (var text in Texts(section).Where(text => Message().IsMatch(text)))
        {
            foreach (var scheme in (string[])["https", "http"])
            {
                messages.Add(PublishedMessages.OfText(text, scheme, messages.LastOrDefault(message => message.Method is not null)));
            }
        }

        var appendix = PublishedMessages.Read("rfc9421/appendix-b.json");
        return
        [
            .. messages,
            PublishedMessages.OfText("POST /path? HTTP/1.1\nHost: www.example.com"),
            PublishedMessages.Of(appendix.GetProperty("testRequest")),
            PublishedMessages.Of(appendix.GetProperty("testResponse")),
        ];
    }

    [GeneratedRegex("^(\"[@a-z0-9-]+\"(?:;[a-z]+(?:=\"[^\"]*\")?)*): ?(.*)$")]
    private static partial Regex Component();

    [GeneratedRegex(@"^(HTTP/1\.1 |[A-Z]+ \S+ HTTP/1\.1|[A-Z][A-Za-z-]+: |[A-Z][A-Za-z-]+:\(SP\))")]
    private static partial Regex Message();
}
