using System.Text;
using PostMoney.ActivityStreams.Http;
using PostMoney.ActivityStreams.Http.Signatures;
using PostMoney.ActivityStreams.Http.Signatures.Schemes;
using Xunit;
using TestData = PostMoney.Fixtures.TestData;

namespace PostMoney.ActivityStreams.Tests.Http.Signatures;

public sealed class CheckingOlderSignatures(ITestOutputHelper output)
{
    [Fact]
    public void Agrees_with_the_vectors_of_the_draft()
    {
        var file = PublishedMessages.Read("cavage/appendix-c.json");
        var vectors = file.GetProperty("vectors").EnumerateArray().ToList();
        var key = PublishedMessages.RsaFromPem(file.GetProperty("publicKeyPem").GetString()!);
        var secret = new SigningKey.Rsa(ActivityStreams.Cryptography.RsaSecretKey.FromPem(file.GetProperty("privateKeyPem").GetString()!));

        Assert.Equal(4, vectors.Count);
        Assert.All(vectors, vector =>
        {
            var message = PublishedMessages.Of(file.GetProperty("message"))
                .With(KeyValuePair.Create("Authorization", vector.GetProperty("authorization").GetString()!));
            var (candidate, problem) = CavageSignature.Read(message);

            Assert.Null(problem);
            Assert.Equal(vector.GetProperty("signingString").GetString(), Encoding.ASCII.GetString(candidate!.Base));
            Assert.Equal(candidate.Signature, secret.Sign(candidate.Base));
            Assert.IsType<SignatureCheck.Verified>(candidate.Verify(key));
        });
        output.WriteLine($"draft-cavage appendix C: {vectors.Count} vectors");
    }

    [Theory]
    [InlineData("fedify/captured.json", 2)]
    [InlineData("takahe/http-signatures.json", 2)]
    public void Agrees_with_what_other_servers_send(string file, int count)
    {
        var whole = PublishedMessages.Read(file);
        var vectors = whole.GetProperty("vectors").EnumerateArray().ToList();

        Assert.Equal(count, vectors.Count);
        Assert.All(vectors, vector =>
        {
            var message = PublishedMessages.Of(vector);
            var sent = DateTimeOffset.Parse(message.Lines("date")[0], null);
            var pem = (vector.TryGetProperty("publicKeyPem", out var own) ? own : whole.GetProperty("publicKeyPem")).GetString()!;

            var found = Assert.IsType<SignatureReading.Found>(HttpSignatures.Read(message, SignaturePolicy.Default, sent));
            var candidate = Assert.Single(found.Candidates);
            Assert.Equal(vector.GetProperty("signingString").GetString(), Encoding.ASCII.GetString(candidate.Base));

            // Takahe refuses a signature that does not name its algorithm. The key does so here, as for others who leave it out.
            Assert.True(vector.GetProperty("rawCryptoValid").GetBoolean());
            Assert.IsType<SignatureCheck.Verified>(candidate.Verify(PublishedMessages.RsaFromPem(pem)));
        });
        output.WriteLine($"{file}: {vectors.Count} requests verified");
    }

    // They are for parsing: their signatures fit none of the keys beside them.
    [Theory]
    [InlineData("basic-request", "sig.missing")]
    [InlineData("created", null)]
    [InlineData("created-ecdsa", "sig.alg")]
    [InlineData("created-hmac", "sig.alg")]
    [InlineData("created-rsa", "sig.alg")]
    [InlineData("default-test", "sig.missing")]
    [InlineData("duplicate-headers-request", "sig.malformed")]
    [InlineData("duplicate-parameters", "sig.malformed")]
    [InlineData("ecdsa-signed", null)]
    [InlineData("ed25519-signed", null)]
    [InlineData("expires", "sig.component")]
    [InlineData("ignore-case", "sig.missing")]
    [InlineData("nokeyid-request", "sig.malformed")]
    [InlineData("nosignature-request", "sig.malformed")]
    [InlineData("p256-signed", null)]
    [InlineData("rsa-signed", null)]
    [InlineData("zero-length", "sig.missing")]
    public void Reads_the_messages_of_the_W3C_suite(string name, string? expected)
    {
        var message = Ccg(name);
        var problem = CavageSignature.IsIn(message) ? CavageSignature.Read(message).Problem : SignatureProblem.Missing;

        Assert.Equal(expected, problem?.Code);
    }

    [Theory]
    [InlineData("zero-length", "zero", "zero: ")]
    [InlineData("ignore-case", "content-type host", "content-type: application/json\nhost: example.com")]
    [InlineData("duplicate-headers-request", "duplicate first", "duplicate: one, two\nfirst: first")]
    [InlineData("rsa-signed", "host digest", "host: example.com\ndigest: SHA-256=X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=")]
    [InlineData("basic-request", "(request-target) user-agent", "(request-target): get /basic/request\nuser-agent: Mozilla/5.0 (Macintosh)")]
    public void Puts_headers_in_their_signed_form(string name, string covered, string expected)
    {
        Assert.Null(CavageSignature.TryBuildBase(Ccg(name), covered.Split(' '), null, null, out var signed));
        Assert.Equal(expected, Encoding.ASCII.GetString(signed));
    }

    private static HttpMessage Ccg(string name) => PublishedMessages.OfText(File.ReadAllText(
        Path.Combine(TestData.Find("http-signatures"), $"w3c-ccg-test-suite/test/latest/input/{name}.httpMessage")));
}
