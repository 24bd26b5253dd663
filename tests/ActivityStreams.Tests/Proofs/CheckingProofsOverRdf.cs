using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PostMoney.ActivityStreams.Identifiers;
using PostMoney.ActivityStreams.JsonLd;
using PostMoney.ActivityStreams.Proofs;
using PostMoney.ActivityStreams.Rdf;
using PostMoney.ActivityStreams.Tests.JsonLd;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.Proofs;

public sealed class CheckingProofsOverRdf
{
    private const string Note = """
        {"@context":["https://www.w3.org/ns/activitystreams","https://w3id.org/security/data-integrity/v2"],
         "id":"https://example.org/notes/1","type":"Note","content":"Amina lends a ladder","to":"https://example.org/users/bilal",
         "replies":{"type":"Collection","totalItems":0},"published":"2026-11-25T08:00:00Z"}
        """;

    private static readonly DateTimeOffset _created = new(2026, 11, 25, 8, 12, 31, TimeSpan.Zero);

    [Fact]
    public void Verifies_the_official_example_with_each_of_its_steps()
    {
        var folder = Folder();
        var signed = ProofForge.Element(Text("signedDataInt.json"));
        var proof = signed.GetProperty("proof");
        var hashes = new byte[64];

        Assert.Null(EddsaRdfc2022.Hash(signed, proof, Published(), hashes));
        Assert.Equal(Text("combinedHashDataInt.txt"), Convert.ToHexStringLower(hashes));
        Assert.Equal(Text("canonDocDataInt.txt"), Canonical(GraphHash.Under(signed.GetProperty("@context"), signed, "proof")).Trim());
        Assert.Equal(Text("proofCanonDataInt.txt"), Canonical(ProofForge.Element(Text("proofConfigDataInt.json"))).Trim());
        var verified = Assert.IsType<ProofCheck.Verified>(EddsaRdfc2022.Verify(signed, options: Published()));
        Assert.Equal("did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2", verified.Signer.Value);
        Assert.Equal(new DateTimeOffset(2023, 2, 24, 23, 36, 38, TimeSpan.Zero), verified.Created);

        string Text(string file) => File.ReadAllText(Path.Combine(folder, file)).Trim();
    }

    // Its context is not to be had, but its canonical form is, and so are the hashes and the signature.
    [Fact]
    public void Finds_the_hashes_and_the_signature_of_the_other_official_example_right()
    {
        var folder = Path.Combine(Folder(), "employ");
        var signed = ProofForge.Element(Text("signedDataInt.json"));
        Assert.True(NQuads.TryParse(File.ReadAllText(Path.Combine(folder, "canonDocDataInt.txt")), out var quads));
        Assert.True(RdfCanonicalization.TryCanonicalize(quads, out var canonical));
        var hashes = Convert.FromHexString(Text("proofHashDataInt.txt") + Convert.ToHexStringLower(SHA256.HashData(canonical.Bytes)));

        Assert.Equal(Text("combinedHashDataInt.txt"), Convert.ToHexStringLower(hashes));
        Assert.True(DidKey.TryParseVerificationMethod(signed.GetProperty("proof").GetProperty("verificationMethod").GetString(), out var signer));
        Assert.True(Multibase.TryDecode(signed.GetProperty("proof").GetProperty("proofValue").GetString(), out var signature));
        Assert.True(signer.Key.Verify(hashes, signature));
        Assert.Equal(ProofForge.Refused(ProofProblem.Graph), EddsaRdfc2022.Verify(signed, options: Published()));

        string Text(string file) => File.ReadAllText(Path.Combine(folder, file)).Trim();
    }

    [Fact]
    public void A_signed_note_is_verified_however_it_is_written()
    {
        using var asha = Passports.Asha();
        var signed = Encoding.UTF8.GetString(EddsaRdfc2022.Sign(ProofForge.Element(Note), asha, _created));
        var verified = new ProofCheck.Verified(DidKey.From(asha.PublicKey), _created, "assertionMethod");

        Assert.Equal(verified, EddsaRdfc2022.Verify(ProofForge.Element(signed)));
        Assert.Equal(verified, EddsaRdfc2022.Verify(ProofForge.Element(
            Replaced(signed, "\"to\":\"https://example.org/users/bilal\"", "\"as:to\":[{\"@id\":\"https://example.org/users/bilal\"}]"))));
    }

    [Theory]
    [InlineData("a ladder", "a saw", "proof.signature")]
    [InlineData("users/bilal", "users/chen", "proof.signature")]
    [InlineData("\"totalItems\":0", "\"totalItems\":1", "proof.signature")]
    [InlineData("2026-11-25T08:12:31Z", "2026-11-25T08:12:32Z", "proof.signature")]
    [InlineData("\"content\":", "\"unheardOf\":\"x\",\"content\":", "proof.loss")]
    [InlineData("\"content\":", "\"attributedTo\":\"relative\",\"content\":", "proof.loss")]
    [InlineData("eddsa-rdfc-2022", "eddsa-jcs-2022", "proof.cryptosuite")]
    [InlineData("\"proofPurpose\":", "\"domain\":\"x\",\"proofPurpose\":", "proof.member")]
    [InlineData("data-integrity/v2", "data-integrity/v9", "proof.graph")]
    public void A_note_is_refused_after_it_was_changed(string part, string other, string code)
    {
        using var asha = Passports.Asha();
        var signed = Encoding.UTF8.GetString(EddsaRdfc2022.Sign(ProofForge.Element(Note), asha, _created));

        var check = EddsaRdfc2022.Verify(ProofForge.Element(Replaced(signed, part, other)));
        Assert.Equal(code, Assert.IsType<ProofCheck.Refused>(check).Problem.Code);
    }

    [Theory]
    [InlineData("7", "proof.document")]
    [InlineData("{}", "proof.missing")]
    [InlineData("""{"proof":[]}""", "proof.not-single")]
    [InlineData("""{"a":1e999,"proof":{}}""", "proof.document")]
    [InlineData("""{"\ud800":1,"proof":{}}""", "proof.document")]
    public void A_document_without_a_proof_is_refused_by_name(string json, string code) =>
        Assert.Equal(code, Assert.IsType<ProofCheck.Refused>(EddsaRdfc2022.Verify(JsonDocument.Parse(json).RootElement)).Problem.Code);

    [Fact]
    public void Nothing_is_signed_that_would_not_be_covered()
    {
        using var asha = Passports.Asha();
        var document = JsonNode.Parse(Note)!.AsObject();
        document["unheardOf"] = "x";

        Assert.Throws<ArgumentException>(() => EddsaRdfc2022.Sign(ProofForge.Element(document), asha, _created));
        Assert.Throws<ArgumentException>(() => EddsaRdfc2022.Sign(ProofForge.Element("""{"proof":{}}"""), asha, _created));
    }

    private static string Folder() => Path.Combine(TestData.Find("data-integrity-eddsa"), "TestVectors", "eddsa-rdfc-2022");

    private static JsonLdOptions Published() => new() { Loader = PublishedContexts.Load };

    private static string Canonical(JsonElement document)
    {
        Assert.True(JsonLdProcessor.TryToRdf(document, Published(), out var quads, out var problem), problem?.Code);
        Assert.True(RdfCanonicalization.TryCanonicalize(quads, out var canonical));
        return canonical.ToString();
    }

    private static string Replaced(string text, string part, string other)
    {
        var replaced = text.Replace(part, other, StringComparison.Ordinal);
        Assert.NotEqual(text, replaced);
        return replaced;
    }
}
