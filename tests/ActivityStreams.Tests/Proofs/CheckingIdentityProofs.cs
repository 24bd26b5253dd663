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

public sealed class CheckingIdentityProofs : IDisposable
{
    private static readonly WebId _actor = Id("https://n.test/u/asha");

    private static readonly WebId _alice = Id("https://server.example/users/alice");

    private static readonly DateTimeOffset _created = new(2026, 11, 25, 8, 12, 31, TimeSpan.Zero);

    private readonly Ed25519SecretKey _asha = Passports.Asha();

    private readonly Ed25519SecretKey _bilal = Passports.Bilal();

    public void Dispose()
    {
        _asha.Dispose();
        _bilal.Dispose();
    }

    [Fact]
    public void Asha_says_that_an_actor_is_hers_and_is_believed_about_that_actor_alone()
    {
        var statement = ProofForge.Element(Signed());

        Assert.Equal(
            new ProofCheck.Verified(DidKey.From(_asha.PublicKey), _created, "assertionMethod"), IdentityProof.Verify(statement, _actor));
        Assert.Equal(ProofForge.Refused(ProofProblem.Actor), IdentityProof.Verify(statement, Id("https://n.test/u/bilal")));
        Assert.Equal(ProofForge.Refused(ProofProblem.Actor), IdentityProof.Verify(statement, Id("https://n.test/u/asha#main-key")));
    }

    // The same words, key and time as in identity.test.ts of the browser's script.
    [Fact]
    public void What_a_browser_signs_is_what_is_signed_here_to_the_byte()
    {
        using var asha = Ed25519SecretKey.FromSeed(Enumerable.Repeat((byte)1, Ed25519SecretKey.SeedSize).ToArray());

        Assert.Equal(
            """
            {"alsoKnownAs":"https://n.test/u/asha","proof":{"created":"2026-11-25T08:12:31Z","cryptosuite":"eddsa-jcs-2022","proofPurpose":"assertionMethod","proofValue":"zgPFuqjgdYXn4J7XgvSDHdr3xykQyxPzrknWBRUtdded6iadSjMyqRPtPyHWCPGbkXMScK7rpfQUArYpJM9qXoiU","type":"DataIntegrityProof","verificationMethod":"did:key:z6Mkon3Necd6NkkyfoGoHxid2znGc59LU3K7mubaRcFbLfLX"},"subject":"did:key:z6Mkon3Necd6NkkyfoGoHxid2znGc59LU3K7mubaRcFbLfLX","type":"VerifiableIdentityStatement"}
            """,
            Encoding.UTF8.GetString(IdentityProof.Sign(_actor, asha, _created)));
    }

    [Fact]
    public void The_example_of_FEP_c390_is_made_letter_for_letter_and_verified_in_the_actors_document()
    {
        var vector = Vector("vectors.json", 2);
        using var key = SecretKey(vector);
        var made = IdentityProof.Sign(_alice, key, new DateTimeOffset(2023, 2, 24, 23, 36, 38, TimeSpan.Zero));
        var attached = vector.GetProperty("actor").GetProperty("attachment")[0];

        Assert.True(JsonElement.DeepEquals(vector.GetProperty("document"), ProofForge.Element(Encoding.UTF8.GetString(made))));
        var verified = Assert.IsType<ProofCheck.Verified>(IdentityProof.Verify(attached, _alice));
        Assert.Equal(vector.GetProperty("document").GetProperty("subject").GetString(), verified.Signer.Value);
    }

    [Fact]
    public void Another_server_that_names_the_key_by_its_URL_is_verified_too()
    {
        var document = Vector("more-verified-eddsa-jcs-2022.json", 5).GetProperty("document");

        Assert.Contains('#', document.GetProperty("proof").GetProperty("verificationMethod").GetString()!);
        Assert.IsType<ProofCheck.Verified>(IdentityProof.Verify(document, _alice));
    }

    [Fact]
    public void The_DID_alone_names_a_key_in_such_statements_and_nowhere_else()
    {
        var statement = ProofForge.Element(Signed());

        Assert.Equal(ProofForge.Refused(ProofProblem.VerificationMethod), EddsaJcs2022.Verify(statement));
        Assert.Equal(new ProofSetCheck.Refused(ProofProblem.VerificationMethod), ProofSets.Verify(statement));
    }

    [Theory]
    [InlineData("type", "\"Note\"", "proof.statement")]
    [InlineData("type", "[\"VerifiableIdentityStatement\"]", "proof.statement")]
    [InlineData("subject", "\"https://n.test/u/asha\"", "proof.statement")]
    [InlineData("subject", "null", "proof.statement")]
    [InlineData("alsoKnownAs", "\"https://N.test/u/asha\"", "proof.actor")]
    [InlineData("alsoKnownAs", "[\"https://n.test/u/asha\"]", "proof.actor")]
    [InlineData("name", "\"Asha\"", null)]
    [InlineData("@context", "\"https://w3id.org/fep/c390\"", null)]
    public void A_statement_is_taken_or_refused_for_what_it_says_although_its_signature_is_right(string member, string value, string? code)
    {
        var statement = Unsigned();
        statement[member] = JsonNode.Parse(value);

        Assert.Equal(code, Code(IdentityProof.Verify(ProofForge.Sign(statement, Proof(statement), _asha), _actor)));
    }

    [Theory]
    [InlineData("verificationMethod", "\"https://n.test/u/asha#ed25519-key\"", "proof.verification-method")]
    [InlineData("verificationMethod", "null", "proof.verification-method")]
    [InlineData("proofPurpose", "\"authentication\"", "proof.purpose")]
    [InlineData("cryptosuite", "\"eddsa-rdfc-2022\"", "proof.cryptosuite")]
    [InlineData("@context", "\"https://w3id.org/fep/c390\"", "proof.context")]
    [InlineData("expires", "\"2027-11-25T08:12:31Z\"", "proof.member")]
    [InlineData("previousProof", "\"urn:a\"", "proof.member")]
    public void A_statement_is_refused_for_what_its_proof_says_although_its_signature_is_right(string member, string value, string code)
    {
        var statement = Unsigned();
        var proof = Proof(statement);
        proof[member] = JsonNode.Parse(value);

        Assert.Equal(code, Code(IdentityProof.Verify(ProofForge.Sign(statement, proof, _asha), _actor)));
    }

    [Fact]
    public void Bilal_cannot_say_that_he_is_Asha()
    {
        var statement = Unsigned();
        Assert.Equal("proof.signature", Code(IdentityProof.Verify(ProofForge.Sign(statement, Proof(statement), _bilal), _actor)));

        // Nor with his own key under her name.
        statement = Unsigned();
        var proof = ProofForge.Proof(statement, _bilal);
        Assert.Equal("proof.verification-method", Code(IdentityProof.Verify(ProofForge.Sign(statement, proof, _bilal), _actor)));

        proof.Remove("proofValue");
        proof["verificationMethod"] = $"{DidKey.From(_asha.PublicKey)}#{Multikey.Of(_bilal.PublicKey)}";
        Assert.Equal("proof.verification-method", Code(IdentityProof.Verify(ProofForge.Sign(statement, proof, _bilal), _actor)));
    }

    [Fact]
    public void A_statement_is_refused_after_it_was_changed()
    {
        var changed = Signed();
        changed["name"] = "Asha";
        Assert.Equal("proof.signature", Code(IdentityProof.Verify(ProofForge.Element(changed), _actor)));

        changed = Signed();
        changed["alsoKnownAs"] = "https://n.test/u/bilal";
        Assert.Equal("proof.signature", Code(IdentityProof.Verify(ProofForge.Element(changed), Id("https://n.test/u/bilal"))));
    }

    [Theory]
    [InlineData("7", "proof.document")]
    [InlineData("""{"type":"VerifiableIdentityStatement"}""", "proof.missing")]
    [InlineData("""{"type":"VerifiableIdentityStatement","proof":[]}""", "proof.not-single")]
    [InlineData("""{"type":"\ud800","proof":{}}""", "proof.document")]
    public void What_is_no_signed_statement_is_refused_by_name(string json, string code) =>
        Assert.Equal(code, Code(IdentityProof.Verify(JsonDocument.Parse(json).RootElement, _actor)));

    private JsonObject Signed() => JsonNode.Parse(IdentityProof.Sign(_actor, _asha, _created))!.AsObject();

    private JsonObject Unsigned()
    {
        var statement = Signed();
        statement.Remove("proof");
        return statement;
    }

    private JsonObject Proof(JsonObject statement)
    {
        var proof = ProofForge.Proof(statement, _asha);
        proof["verificationMethod"] = DidKey.From(_asha.PublicKey).Value;
        return proof;
    }

    private static string? Code(ProofCheck check) => (check as ProofCheck.Refused)?.Problem.Code;

    private static WebId Id(string text)
    {
        Assert.True(WebId.TryParse(text, out var id));
        return id;
    }

    private static JsonElement Vector(string file, int index) =>
        ProofForge.Element(File.ReadAllText(Path.Combine(TestData.Find("fep"), file))).GetProperty("vectors")[index];

    // A Multikey of a secret: two bytes that say so, then the seed.
    private static Ed25519SecretKey SecretKey(JsonElement vector)
    {
        Assert.True(Multibase.TryDecode(vector.GetProperty("secretKeyMultibase").GetString(), out var bytes));
        return Ed25519SecretKey.FromSeed(bytes.AsSpan(2));
    }
}
