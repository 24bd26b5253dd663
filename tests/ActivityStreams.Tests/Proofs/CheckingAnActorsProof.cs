using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PostMoney.ActivityStreams.Cryptography;
using PostMoney.ActivityStreams.Identifiers;
using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Proofs;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.Proofs;

public sealed class CheckingAnActorsProof : IDisposable
{
    private const string AshasKey = "https://n.test/u/asha#ed25519-key";

    private const string Like = """
        {"@context":["https://www.w3.org/ns/activitystreams","https://w3id.org/security/data-integrity/v2"],
         "id":"https://n.test/likes/1","type":"Like","actor":"https://n.test/u/asha","object":"https://p.test/notes/1"}
        """;

    private static readonly DateTimeOffset _created = new(2026, 11, 25, 8, 12, 31, TimeSpan.Zero);

    private readonly Ed25519SecretKey _asha = Passports.Asha();

    private readonly Ed25519SecretKey _bilal = Passports.Bilal();

    public void Dispose()
    {
        _asha.Dispose();
        _bilal.Dispose();
    }

    [Fact]
    public void What_Asha_has_signed_names_her_key_and_is_verified_with_it()
    {
        var signed = ProofForge.Element(Signed());

        Assert.True(ActorProof.TryReadMethod(signed, out var method));
        Assert.Equal(AshasKey, method.Value);
        Assert.Equal(
            new ProofCheck.Verified(DidKey.From(_asha.PublicKey), _created, "assertionMethod"),
            ActorProof.Verify(signed, _asha.PublicKey));
    }

    [Fact]
    public void It_is_refused_with_the_key_of_another() =>
        Assert.Equal(ProofForge.Refused(ProofProblem.Signature), ActorProof.Verify(ProofForge.Element(Signed()), _bilal.PublicKey));

    [Fact]
    public void It_is_no_proof_by_a_did_key() =>
        Assert.Equal(ProofForge.Refused(ProofProblem.VerificationMethod), EddsaJcs2022.Verify(ProofForge.Element(Signed())));

    [Theory]
    [InlineData("object", "\"https://p.test/notes/2\"", "proof.signature")]
    [InlineData("actor", "\"https://n.test/u/bilal\"", "proof.signature")]
    [InlineData("extra", "1", "proof.signature")]
    [InlineData("@context", "\"https://www.w3.org/ns/activitystreams\"", "proof.context")]
    public void It_is_refused_after_the_document_was_changed(string member, string value, string code)
    {
        var document = Signed();
        document[member] = JsonNode.Parse(value);

        Assert.Equal(code, Code(document));
    }

    [Theory]
    [InlineData("verificationMethod", "\"https://n.test/u/asha#other\"", "proof.signature")]
    [InlineData("created", "\"2026-11-25T08:12:32Z\"", "proof.signature")]
    [InlineData("created", "\"yesterday\"", "proof.created")]
    [InlineData("type", "\"Ed25519Signature2020\"", "proof.type")]
    [InlineData("cryptosuite", "\"eddsa-rdfc-2022\"", "proof.cryptosuite")]
    [InlineData("proofPurpose", "\"authentication\"", "proof.purpose")]
    [InlineData("@context", "[\"https://www.w3.org/ns/activitystreams\"]", "proof.context")]
    [InlineData("proofValue", "\"z\"", "proof.value")]
    [InlineData("previousProof", "\"urn:a\"", "proof.member")]
    [InlineData("expires", "\"2027-11-25T08:12:31Z\"", "proof.member")]
    public void It_is_refused_after_the_proof_was_changed(string member, string value, string code)
    {
        var document = Signed();
        document["proof"]![member] = JsonNode.Parse(value);

        Assert.Equal(code, Code(document));
    }

    [Fact]
    public void A_signature_that_was_laid_over_the_proof_later_is_left_out()
    {
        var document = Signed();
        document["signature"] = JsonNode.Parse("""{"type":"RsaSignature2017","creator":"https://n.test/u/asha#main-key","signatureValue":"AA=="}""");

        Assert.IsType<ProofCheck.Verified>(ActorProof.Verify(ProofForge.Element(document), _asha.PublicKey));
        document["type"] = "Delete";
        Assert.Equal("proof.signature", Code(document));
    }

    [Theory]
    [InlineData("\"signature\":", "\"signature\":1,\"signature\":")]
    [InlineData("\"type\":\"Like\"", "\"type\":\"Like\",\"type\":\"Like\"")]
    [InlineData("\"type\":\"Like\"", "\"type\":\"\\ud800\"")]
    [InlineData("\"signature\":{", "\"signature\":{\"\\ud800\":1,")]
    public void A_document_that_another_reader_has_let_through_is_refused_and_throws_nothing(string part, string other)
    {
        var document = Signed();
        document["signature"] = JsonNode.Parse("""{"type":"RsaSignature2017"}""");
        var json = document.ToJsonString();
        var spoilt = json.Replace(part, other, StringComparison.Ordinal);
        Assert.NotEqual(json, spoilt);

        Assert.Equal(
            ProofForge.Refused(ProofProblem.Document), ActorProof.Verify(JsonDocument.Parse(spoilt).RootElement, _asha.PublicKey));
    }

    [Theory]
    [InlineData("\"http://n.test/u/asha#ed25519-key\"")]
    [InlineData("\"https://N.test/u/asha#ed25519-key\"")]
    [InlineData("\"https://n.test/u/../u/asha#ed25519-key\"")]
    [InlineData("\"did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp\"")]
    [InlineData("\"#ed25519-key\"")]
    [InlineData("[\"https://n.test/u/asha#ed25519-key\"]")]
    [InlineData("null")]
    public void A_key_is_not_looked_up_under_a_name_that_is_no_canonical_https_URL(string method)
    {
        var document = Signed();
        document["proof"]!["verificationMethod"] = JsonNode.Parse(method);

        Assert.False(ActorProof.TryReadMethod(ProofForge.Element(document), out _));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"proof":[{"verificationMethod":"https://n.test/u/asha#ed25519-key"}]}""")]
    public void A_key_is_not_looked_up_for_anything_but_one_proof(string json) =>
        Assert.False(ActorProof.TryReadMethod(ProofForge.Element(json), out _));

    [Fact]
    public void Nothing_is_signed_twice() =>
        Assert.Throws<ArgumentException>(() => ActorProof.Sign(ProofForge.Element(Signed()), _asha, Method(AshasKey), _created));

    [Theory]
    [InlineData("vectors.json", 0)]
    [InlineData("vectors.json", 1)]
    [InlineData("more-verified-eddsa-jcs-2022.json", 1)]
    public void Verifies_what_other_servers_sign_with_an_actors_key(string file, int index)
    {
        var vector = Vector(file, index);
        var document = vector.GetProperty("document");

        Assert.True(ActorProof.TryReadMethod(document, out _));
        Assert.IsType<ProofCheck.Verified>(ActorProof.Verify(document, PublicKey(vector)));
    }

    // Stricter than vc-di-eddsa §3.3, which lets a proof be without the document's context.
    [Fact]
    public void Refuses_what_another_server_signs_without_the_documents_context()
    {
        var vector = Vector("more-verified-eddsa-jcs-2022.json", 0);

        Assert.Equal(ProofForge.Refused(ProofProblem.Context), ActorProof.Verify(vector.GetProperty("document"), PublicKey(vector)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Signs_the_examples_of_FEP_8b32_as_they_say(int index)
    {
        var vector = Vector("vectors.json", index);
        var proof = vector.GetProperty("document").GetProperty("proof");
        using var key = SecretKey(vector);

        var signed = ActorProof.Sign(
            vector.GetProperty("unsigned"),
            key,
            Method(proof.GetProperty("verificationMethod").GetString()!),
            new DateTimeOffset(2023, 2, 24, 23, 36, 38, TimeSpan.Zero));

        Assert.True(JsonElement.DeepEquals(vector.GetProperty("document"), ProofForge.Element(Encoding.UTF8.GetString(signed))));
    }

    private JsonObject Signed() =>
        JsonNode.Parse(ActorProof.Sign(ProofForge.Element(Like), _asha, Method(AshasKey), _created))!.AsObject();

    private string Code(JsonObject document) =>
        Assert.IsType<ProofCheck.Refused>(ActorProof.Verify(ProofForge.Element(document), _asha.PublicKey)).Problem.Code;

    private static WebId Method(string text)
    {
        Assert.True(WebId.TryParse(text, out var method));
        return method;
    }

    private static JsonElement Vector(string file, int index) =>
        ProofForge.Element(File.ReadAllText(Path.Combine(TestData.Find("fep"), file))).GetProperty("vectors")[index];

    private static Ed25519PublicKey PublicKey(JsonElement vector)
    {
        Assert.True(Multikey.TryParse(vector.GetProperty("publicKeyMultibase").GetString(), out Ed25519PublicKey? key));
        return key;
    }

    // A Multikey of a secret: two bytes that say so, then the seed.
    private static Ed25519SecretKey SecretKey(JsonElement vector)
    {
        Assert.True(Multibase.TryDecode(vector.GetProperty("secretKeyMultibase").GetString(), out var bytes));
        return Ed25519SecretKey.FromSeed(bytes.AsSpan(2));
    }
}
