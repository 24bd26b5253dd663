using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PostMoney.ActivityStreams.Identifiers;
using PostMoney.ActivityStreams.Json;
using PostMoney.ActivityStreams.Proofs;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.Proofs;

public sealed class CheckingAProof
{
    private static readonly DateTimeOffset _created = new(2026, 11, 25, 8, 12, 31, TimeSpan.Zero);

    public static TheoryData<string, string, string> SpoiltMembers { get; } = new()
    {
        { "type", "\"DataIntegrityProof2\"", "proof.type" },
        { "type", "[\"DataIntegrityProof\"]", "proof.type" },
        { "cryptosuite", "\"eddsa-rdfc-2022\"", "proof.cryptosuite" },
        { "cryptosuite", "\"EDDSA-JCS-2022\"", "proof.cryptosuite" },
        { "proofPurpose", "\"authentication\"", "proof.purpose" },
        { "proofPurpose", "7", "proof.purpose" },
        { "created", "\"2026-11-25\"", "proof.created" },
        { "created", "\"2026-11-25T08:12:31\"", "proof.created" },
        { "created", "\"2026-11-25 08:12:31Z\"", "proof.created" },
        { "created", "\"2026-02-30T08:12:31Z\"", "proof.created" },
        { "created", "\" 2026-11-25T08:12:31Z\"", "proof.created" },
        { "created", "1764058351", "proof.created" },
        { "@context", "\"https://www.w3.org/ns/activitystreams\"", "proof.context" },
        { "@context", "[\"https://www.w3.org/ns/activitystreams\"]", "proof.context" },
        { "@context", "[\"https://w3id.org/security/data-integrity/v2\",\"https://www.w3.org/ns/activitystreams\"]", "proof.context" },
        { "@context", "null", "proof.context" },
        { "expires", "\"2027-11-25T08:12:31Z\"", "proof.member" },
        { "domain", "\"other.example\"", "proof.member" },
        { "challenge", "\"x\"", "proof.member" },
        { "previousProof", "\"urn:uuid:1\"", "proof.member" },
        { "verificationMethod", "\"https://server.example/users/asha#key\"", "proof.verification-method" },
        { "verificationMethod", "\"did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp\"", "proof.verification-method" },
        { "verificationMethod", "{}", "proof.verification-method" },
    };

    public static TheoryData<string> RequiredMembers { get; } =
        ["type", "cryptosuite", "created", "verificationMethod", "proofPurpose", "@context"];

    [Fact]
    public void A_document_is_verified_in_any_order_and_with_any_white_space()
    {
        using var asha = Passports.Asha();
        var signed = Encoding.UTF8.GetString(EddsaJcs2022.Sign(ProofForge.Element(ProofForge.Need), asha, _created));
        var members = JsonNode.Parse(signed)!.AsObject().Reverse().Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()));
        var rearranged = new JsonObject(members).ToJsonString(new JsonSerializerOptions { WriteIndented = true });

        Assert.Equal(
            new ProofCheck.Verified(DidKey.From(asha.PublicKey), _created, "assertionMethod"),
            EddsaJcs2022.Verify(ProofForge.Element(rearranged)));
    }

    [Fact]
    public void A_document_is_refused_after_any_one_bit_of_it_changed()
    {
        using var asha = Passports.Asha();
        var signed = EddsaJcs2022.Sign(ProofForge.Element(ProofForge.Need), asha, _created);
        Assert.IsType<ProofCheck.Verified>(EddsaJcs2022.Verify(ProofForge.Element(Encoding.UTF8.GetString(signed))));

        for (var bit = 0; bit < signed.Length * 8; bit++)
        {
            signed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(
                StrictJson.TryParse(signed, out var changed, out _) && EddsaJcs2022.Verify(changed) is ProofCheck.Verified,
                Encoding.UTF8.GetString(signed));
            signed[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Theory]
    [InlineData("""{"extra":1}""")]
    [InlineData("""{"title":"a ladder for Saturday, 5 €"}""")]
    [InlineData("""{"version":2}""")]
    [InlineData("""{"version":"1"}""")]
    public void A_document_is_refused_with_a_member_added_or_changed(string change)
    {
        using var asha = Passports.Asha();
        var document = ProofForge.Document();
        _ = ProofForge.Sign(document, ProofForge.Proof(document, asha), asha);
        var (name, value) = JsonNode.Parse(change)!.AsObject().Single();
        document[name] = value?.DeepClone();

        Assert.Equal(ProofForge.Refused(ProofProblem.Signature), EddsaJcs2022.Verify(ProofForge.Element(document)));
    }

    [Theory]
    [MemberData(nameof(SpoiltMembers))]
    public void A_proof_is_refused_for_what_it_says_although_its_signature_is_right(string member, string value, string code)
    {
        using var asha = Passports.Asha();
        var document = ProofForge.Document();
        var proof = ProofForge.Proof(document, asha);
        proof[member] = JsonNode.Parse(value);

        Assert.Equal(code, Code(EddsaJcs2022.Verify(ProofForge.Sign(document, proof, asha))));
    }

    [Theory]
    [MemberData(nameof(RequiredMembers))]
    public void A_proof_is_refused_without_one_of_its_members(string member)
    {
        using var asha = Passports.Asha();
        var document = ProofForge.Document();
        var proof = ProofForge.Proof(document, asha);
        Assert.IsType<ProofCheck.Verified>(EddsaJcs2022.Verify(ProofForge.Sign(document, (JsonObject)proof.DeepClone(), asha)));
        proof.Remove(member);

        Assert.IsType<ProofCheck.Refused>(EddsaJcs2022.Verify(ProofForge.Sign(document, proof, asha)));
    }

    [Fact]
    public void A_proof_with_a_context_is_refused_in_a_document_without_one()
    {
        using var asha = Passports.Asha();
        var document = ProofForge.Document();
        var proof = ProofForge.Proof(document, asha);
        document.Remove("@context");

        Assert.Equal(ProofForge.Refused(ProofProblem.Context), EddsaJcs2022.Verify(ProofForge.Sign(document, proof, asha)));
    }

    [Theory]
    [InlineData("2026-11-25T08:12:31.5Z", 500)]
    [InlineData("2026-11-25T08:12:31.123Z", 123)]
    [InlineData("2026-11-25T10:12:31+02:00", 0)]
    [InlineData("2026-11-25T06:12:31.5-02:00", 500)]
    public void A_proof_of_another_implementation_may_say_its_time_with_a_fraction_or_a_zone(string created, int milliseconds)
    {
        using var asha = Passports.Asha();
        var document = ProofForge.Document();
        var proof = ProofForge.Proof(document, asha);
        proof["created"] = created;

        var verified = Assert.IsType<ProofCheck.Verified>(EddsaJcs2022.Verify(ProofForge.Sign(document, proof, asha)));
        Assert.Equal(_created.AddMilliseconds(milliseconds), verified.Created);
    }

    [Fact]
    public void Bilal_cannot_sign_in_the_name_of_Asha()
    {
        using var asha = Passports.Asha();
        using var bilal = Passports.Bilal();
        var document = ProofForge.Document();
        var proof = ProofForge.Proof(document, asha);

        Assert.Equal(ProofForge.Refused(ProofProblem.Signature), EddsaJcs2022.Verify(ProofForge.Sign(document, proof, bilal)));

        proof.Remove("proofValue");
        proof["verificationMethod"] = $"{DidKey.From(asha.PublicKey)}#{Multikey.Of(bilal.PublicKey)}";
        Assert.Equal(
            ProofForge.Refused(ProofProblem.VerificationMethod), EddsaJcs2022.Verify(ProofForge.Sign(document, proof, bilal)));
    }

    [Fact]
    public void A_proof_speaks_for_its_own_document_alone()
    {
        using var asha = Passports.Asha();
        var signed = ProofForge.Document();
        var proof = ProofForge.Proof(signed, asha);
        _ = ProofForge.Sign(signed, proof, asha);
        var other = ProofForge.Document(ProofForge.Need.Replace("Saturday", "Sunday", StringComparison.Ordinal));
        other["proof"] = proof.DeepClone();

        Assert.Equal(ProofForge.Refused(ProofProblem.Signature), EddsaJcs2022.Verify(ProofForge.Element(other)));
    }

    [Fact]
    public void A_signature_is_refused_in_every_form_but_its_one()
    {
        using var asha = Passports.Asha();
        var document = ProofForge.Document();
        var proof = ProofForge.Proof(document, asha);
        _ = ProofForge.Sign(document, proof, asha);
        var value = proof["proofValue"]!.GetValue<string>();
        Assert.True(Multibase.TryDecode(value, out var bytes));

        JsonNode?[] forms =
        [
            Multibase.EncodeBase64Url(bytes), Multibase.EncodeBase58(bytes.AsSpan(0, 63)), Multibase.EncodeBase58([.. bytes, 0]),
            Multibase.EncodeBase58([0, .. bytes]), value[1..], value + " ", "z", "", null, 5, new JsonArray(value),
        ];
        foreach (var form in forms)
        {
            proof["proofValue"] = form;
            Assert.Equal(ProofForge.Refused(ProofProblem.Value), EddsaJcs2022.Verify(ProofForge.Element(document)));
        }
    }

    private static string Code(ProofCheck check) => Assert.IsType<ProofCheck.Refused>(check).Problem.Code;
}
