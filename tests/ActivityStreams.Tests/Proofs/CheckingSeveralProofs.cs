using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PostMoney.ActivityStreams.Cryptography;
using PostMoney.ActivityStreams.Identifiers;
using PostMoney.ActivityStreams.Json;
using PostMoney.ActivityStreams.Proofs;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.Proofs;

public sealed class CheckingSeveralProofs : IDisposable
{
    private const string First = "urn:uuid:01936231-4c5a-7000-8000-00000000000a";

    private const string Second = "urn:uuid:01936231-4c5a-7000-8000-00000000000b";

    private readonly Ed25519SecretKey _asha = Passports.Asha();

    private readonly Ed25519SecretKey _bilal = Passports.Bilal();

    public static TheoryData<string, string> Spoilt { get; } = new()
    {
        { "[]", "proof.set" },
        { "null", "proof.set" },
        { "\"z\"", "proof.set" },
        { "[null]", "proof.set" },
        { "[[{}]]", "proof.set" },
        { "[{},{},{},{},{}]", "proof.set" },
        { "[{\"id\":\"urn:a\"},{\"id\":\"urn:a\"}]", "proof.id" },
        { "[{\"id\":7}]", "proof.id" },
        { "[{\"previousProof\":\"urn:a\"}]", "proof.previous" },
        { "{\"previousProof\":\"urn:a\"}", "proof.previous" },
        { "[{\"id\":\"urn:a\",\"previousProof\":\"urn:a\"}]", "proof.previous" },
        { "[{\"id\":\"urn:a\",\"previousProof\":\"urn:b\"},{\"id\":\"urn:b\",\"previousProof\":[\"urn:a\"]},{}]", "proof.previous" },
        { "[{\"id\":\"urn:a\"},{\"previousProof\":[]}]", "proof.previous" },
        { "[{\"id\":\"urn:a\"},{\"previousProof\":[\"urn:a\",\"urn:a\"]}]", "proof.previous" },
        { "[{\"id\":\"urn:a\"},{\"previousProof\":[\"urn:a\",\"urn:c\"]}]", "proof.previous" },
        { "[{\"id\":\"urn:a\"},{\"previousProof\":[[\"urn:a\"]]}]", "proof.previous" },
        { "[{\"id\":\"urn:a\"},{\"previousProof\":null}]", "proof.previous" },
        { "[{},{}]", "proof.type" },
    };

    public void Dispose()
    {
        _asha.Dispose();
        _bilal.Dispose();
    }

    [Fact]
    public void Asha_and_Bilal_sign_side_by_side_in_any_order()
    {
        var document = ProofForge.Document();
        Add(document, _asha);
        Add(document, _bilal);

        var verified = Assert.IsType<ProofSetCheck.Verified>(ProofSets.Verify(ProofForge.Element(document)));
        Assert.Equal([_asha, _bilal], verified.Proofs.Select(proof => proof.Signer.Key).Select(Whose));
        Assert.True(verified.IsSignedBy(DidKey.From(_bilal.PublicKey)));

        document["proof"] = new JsonArray([.. document["proof"]!.AsArray().Reverse().Select(proof => proof!.DeepClone())]);
        Assert.Null(Code(ProofSets.Verify(ProofForge.Element(document))));
    }

    [Fact]
    public void One_proof_is_a_set_of_one_and_its_signer_the_only_one()
    {
        var signed = ProofForge.Element(Encoding.UTF8.GetString(
            EddsaJcs2022.Sign(ProofForge.Element(ProofForge.Need), _asha, DateTimeOffset.UnixEpoch)));

        var verified = Assert.IsType<ProofSetCheck.Verified>(ProofSets.Verify(signed));
        Assert.Equal(EddsaJcs2022.Verify(signed), Assert.Single(verified.Proofs));
        Assert.False(verified.IsSignedBy(DidKey.From(_bilal.PublicKey)));
        Assert.Equal("proof.purpose", Code(ProofSets.Verify(signed, "authentication")));
    }

    [Fact]
    public void One_signer_may_sign_what_is_written_and_what_it_means()
    {
        const string note = """
            {"@context":["https://www.w3.org/ns/activitystreams","https://w3id.org/security/data-integrity/v2"],
             "id":"https://example.org/notes/1","type":"Note","content":"Amina lends a ladder"}
            """;
        var document = ProofForge.Document(note);
        Add(document, _asha);
        var overRdf = JsonNode.Parse(EddsaRdfc2022.Sign(ProofForge.Element(note), _asha, DateTimeOffset.UnixEpoch))!["proof"]!;
        document["proof"]!.AsArray().Add(overRdf.DeepClone());

        var verified = Assert.IsType<ProofSetCheck.Verified>(ProofSets.Verify(ProofForge.Element(document)));
        Assert.Equal(2, verified.Proofs.Count);
        Assert.Single(verified.Proofs.Select(proof => proof.Signer).Distinct());
    }

    [Fact]
    public void A_right_proof_is_worth_nothing_beside_a_wrong_one()
    {
        var document = ProofForge.Document();
        Add(document, _bilal);
        var forged = ProofForge.Proof(document, _asha);
        forged["proofValue"] = document["proof"]![0]!["proofValue"]!.DeepClone();
        document["proof"]!.AsArray().Add(forged);

        Assert.Equal(new ProofSetCheck.Refused(ProofProblem.Signature), ProofSets.Verify(ProofForge.Element(document)));
    }

    [Fact]
    public void Bilal_signs_on_top_of_what_Asha_has_signed()
    {
        var document = ProofForge.Document();
        Add(document, _asha, First);
        Add(document, _bilal, Second, First);
        Assert.Null(Code(ProofSets.Verify(ProofForge.Element(document))));

        // He has not signed the document without her proof, nor with another of hers under the same name.
        var alone = (JsonObject)document.DeepClone();
        alone["proof"]!.AsArray().RemoveAt(0);
        Assert.Equal("proof.previous", Code(ProofSets.Verify(ProofForge.Element(alone))));

        var other = ProofForge.Document();
        AddAt("2026-11-26T08:12:31Z", other, _asha, First);
        other["proof"]!.AsArray().Add(document["proof"]![1]!.DeepClone());
        Assert.Equal("proof.signature", Code(ProofSets.Verify(ProofForge.Element(other))));
    }

    [Fact]
    public void A_proof_may_stand_before_those_it_is_made_on_top_of()
    {
        var document = ProofForge.Document();
        Add(document, _asha, First);
        Add(document, _bilal, Second);
        Add(document, _asha, id: null, Second, First);
        var proofs = document["proof"]!.AsArray();
        document["proof"] = new JsonArray(proofs[2]!.DeepClone(), proofs[0]!.DeepClone(), proofs[1]!.DeepClone());

        Assert.Null(Code(ProofSets.Verify(ProofForge.Element(document))));
    }

    [Fact]
    public void A_document_is_refused_after_it_was_changed_although_every_proof_was_right()
    {
        var document = ProofForge.Document();
        Add(document, _asha, First);
        Add(document, _bilal, id: null, First);
        document["title"] = "Two ladders";

        Assert.Equal("proof.signature", Code(ProofSets.Verify(ProofForge.Element(document))));
    }

    [Fact]
    public void A_proof_of_a_chain_is_no_proof_by_itself()
    {
        var document = ProofForge.Document();
        var proof = ProofForge.Proof(document, _asha);
        proof["previousProof"] = First;

        Assert.Equal(ProofForge.Refused(ProofProblem.Member), EddsaJcs2022.Verify(ProofForge.Sign(document, proof, _asha)));
    }

    [Fact]
    public void Four_proofs_are_taken_and_five_are_not()
    {
        var document = ProofForge.Document();
        for (var i = 0; i < ProofSets.MaximumProofs; i++)
        {
            Add(document, _asha);
        }

        Assert.Null(Code(ProofSets.Verify(ProofForge.Element(document))));
        Add(document, _asha);
        Assert.Equal("proof.set", Code(ProofSets.Verify(ProofForge.Element(document))));
    }

    [Theory]
    [MemberData(nameof(Spoilt))]
    public void A_list_of_proofs_is_refused_for_its_shape(string proofs, string code) =>
        Assert.Equal(code, Code(ProofSets.Verify(ProofForge.Element($$"""{"id":"urn:x","proof":{{proofs}}}"""))));

    [Theory]
    [InlineData("7", "proof.document")]
    [InlineData("{}", "proof.missing")]
    [InlineData("""{"a":1e999,"proof":[{}]}""", "proof.document")]
    [InlineData("""{"a":1,"proof":[{"id":"\ud800"}]}""", "proof.document")]
    [InlineData("""{"proof":[{}],"proof":[{}]}""", "proof.document")]
    public void A_document_that_another_reader_has_let_through_is_refused_by_name(string json, string code) =>
        Assert.Equal(code, Code(ProofSets.Verify(JsonDocument.Parse(json).RootElement)));

    [Fact]
    public void A_document_is_refused_that_is_deeper_than_any_reader_here_takes()
    {
        var json = $$"""{"a":{{new string('[', 100)}}{{new string(']', 100)}},"proof":[{}]}""";
        using var deep = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 200 });

        Assert.Equal("proof.document", Code(ProofSets.Verify(deep.RootElement)));
    }

    private Ed25519SecretKey Whose(Ed25519PublicKey key) => key.Equals(_asha.PublicKey) ? _asha : _bilal;

    // Signs as the specification has it, with none of the code that is tested.
    private static void Add(JsonObject document, Ed25519SecretKey key, string? id = null, params string[] previous) =>
        AddAt("2026-11-25T08:12:31Z", document, key, id, previous);

    private static void AddAt(string created, JsonObject document, Ed25519SecretKey key, string? id, params string[] previous)
    {
        var proof = ProofForge.Proof(document, key);
        proof["created"] = created;
        if (id is not null)
        {
            proof["id"] = id;
        }

        if (previous.Length > 0)
        {
            proof["previousProof"] = new JsonArray([.. previous.Select(name => JsonValue.Create(name))]);
        }

        var signed = (JsonObject)document.DeepClone();
        signed.Remove("proof");
        var proofs = document["proof"]?.AsArray() ?? [];
        var matching = proofs.Where(one => previous.Contains(one!["id"]?.GetValue<string>())).Select(one => one!.DeepClone()).ToArray();
        if (matching.Length > 0)
        {
            signed["proof"] = new JsonArray(matching);
        }

        proof["proofValue"] = Multibase.EncodeBase58(key.Sign([.. Hash(proof), .. Hash(signed)]));
        proofs.Add(proof);
        document["proof"] ??= proofs;
    }

    private static byte[] Hash(JsonNode node) => SHA256.HashData(JsonCanonicalization.Canonicalize(ProofForge.Element(node)));

    private static string? Code(ProofSetCheck check) => (check as ProofSetCheck.Refused)?.Problem.Code;
}
