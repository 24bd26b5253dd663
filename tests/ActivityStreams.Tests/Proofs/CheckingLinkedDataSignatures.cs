using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PostMoney.ActivityStreams.JsonLd;
using PostMoney.ActivityStreams.Proofs;
using PostMoney.ActivityStreams.Rdf;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.Proofs;

public sealed class CheckingLinkedDataSignatures(ITestOutputHelper output)
{
    [Fact]
    public void Verifies_what_other_servers_have_signed_with_each_of_its_steps()
    {
        var vectors = Vectors(isValid: true);
        Assert.Equal(9, vectors.Count);
        Assert.All(vectors, vector =>
        {
            var document = vector.GetProperty("document");
            var unsigned = GraphHash.Under(document.GetProperty("@context"), document, "signature");
            using var key = Key(vector);

            Assert.Equal(vector.GetProperty("documentNQuads").GetString(), Canonical(unsigned));
            Assert.Null(RsaSignature2017.Hash(unsigned, document.GetProperty("signature"), JsonLdOptions.Default, out var signed));
            Assert.Equal(vector.GetProperty("verifyData").GetString(), Encoding.ASCII.GetString(signed));
            Assert.True(RsaSignature2017.TryReadCreator(document, out var creator));
            var verified = Assert.IsType<LdSignatureCheck.Verified>(RsaSignature2017.Verify(document, key));
            Assert.Equal(creator, verified.Creator);
            Assert.Equal(JsonValueKind.Array, verified.Expanded.ValueKind);
            output.WriteLine($"{vector.GetProperty("id").GetString()}: verified, covers all: {verified.CoversAll}");
        });
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"RsaSignature2017: {vectors.Count} verified"));
    }

    [Fact]
    public void Refuses_what_was_changed_after_it_was_signed()
    {
        var vectors = Vectors(isValid: false);
        Assert.Equal(3, vectors.Count);
        Assert.All(vectors, vector =>
        {
            using var key = Key(vector);
            Assert.Equal(
                new LdSignatureCheck.Refused(ProofProblem.Signature), RsaSignature2017.Verify(vector.GetProperty("document"), key));
        });
    }

    [Fact]
    public void Refuses_the_key_of_another()
    {
        using var other = RSA.Create(2_048);
        Assert.All(Vectors(isValid: true), vector => Assert.Equal(
            new LdSignatureCheck.Refused(ProofProblem.Signature), RsaSignature2017.Verify(vector.GetProperty("document"), other)));
    }

    [Fact]
    public void Says_that_a_member_without_a_meaning_is_not_covered()
    {
        var vector = Vectors(isValid: true).First(vector => vector.GetProperty("id").GetString() == "mastodon-4-create-note");
        using var key = Key(vector);
        Assert.True(Assert.IsType<LdSignatureCheck.Verified>(RsaSignature2017.Verify(vector.GetProperty("document"), key)).CoversAll);

        var document = JsonNode.Parse(vector.GetProperty("document").GetRawText())!.AsObject();
        document["unheardOf"] = "put there by a stranger";
        var verified = Assert.IsType<LdSignatureCheck.Verified>(RsaSignature2017.Verify(ProofForge.Element(document), key));
        Assert.False(verified.CoversAll);
    }

    [Theory]
    [InlineData("[]", "proof.document")]
    [InlineData("{}", "proof.missing")]
    [InlineData("""{"signature":"x"}""", "proof.not-single")]
    [InlineData("""{"signature":{"type":"RsaSignature2016"}}""", "proof.type")]
    [InlineData("""{"signature":{"type":"RsaSignature2017","domain":"x"}}""", "proof.member")]
    [InlineData("""{"signature":{"type":"RsaSignature2017"}}""", "proof.verification-method")]
    [InlineData("""{"signature":{"type":"RsaSignature2017","creator":"k","created":"now"}}""", "proof.created")]
    [InlineData("""{"signature":{"type":"RsaSignature2017","creator":"k","created":"2026-01-01T00:00:00Z","signatureValue":"?"}}""", "proof.value")]
    [InlineData("""{"a":"\ud800","signature":{"type":"RsaSignature2017"}}""", "proof.document")]
    public void Names_what_it_refuses(string json, string code)
    {
        using var key = RSA.Create(2_048);
        var check = RsaSignature2017.Verify(JsonDocument.Parse(json).RootElement, key);
        Assert.Equal(code, Assert.IsType<LdSignatureCheck.Refused>(check).Problem.Code);
    }

    [Fact]
    public void Refuses_a_key_that_is_too_short()
    {
        using var key = RSA.Create(1_024);
        var check = RsaSignature2017.Verify(ProofForge.Element("""{"signature":{"type":"RsaSignature2017"}}"""), key);
        Assert.Equal(new LdSignatureCheck.Refused(ProofProblem.Key), check);
    }

    private static List<JsonElement> Vectors(bool isValid) =>
        [.. ProofForge.Element(File.ReadAllText(Path.Combine(TestData.Find("ld-signatures"), "rsasignature2017.json")))
            .GetProperty("vectors").EnumerateArray().Where(vector => vector.GetProperty("expectValid").GetBoolean() == isValid)];

    private static RSA Key(JsonElement vector)
    {
        var key = RSA.Create();
        key.ImportFromPem(vector.GetProperty("publicKeyPem").GetString());
        return key;
    }

    private static string Canonical(JsonElement document)
    {
        Assert.True(JsonLdProcessor.TryToRdf(document, JsonLdOptions.Default, out var quads, out var problem), problem?.Code);
        Assert.True(RdfCanonicalization.TryCanonicalize(quads, out var canonical));
        return canonical.ToString();
    }
}
