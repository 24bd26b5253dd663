using System.Text.Json;
using System.Text.Json.Nodes;
using PostMoney.ActivityStreams.Cryptography;
using PostMoney.ActivityStreams.Identifiers;
using PostMoney.ActivityStreams.Json;
using PostMoney.ActivityStreams.Proofs;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.Proofs;

public sealed class CheckingPublishedProofs
{
    [Fact]
    public void Verifies_the_official_example_with_each_of_its_steps()
    {
        var folder = Path.Combine(TestData.Find("data-integrity-eddsa"), "TestVectors", "eddsa-jcs-2022");
        var signed = ProofForge.Element(Text("signedJCS.json"));
        var hashes = new byte[64];

        Assert.Null(EddsaJcs2022.Hash(signed, hashes, out var proof));
        Assert.Equal(Text("combinedHashJCS.txt"), Convert.ToHexStringLower(hashes));
        Assert.Equal(Text("proofHashJCS.txt") + Text("docHashJCS.txt"), Convert.ToHexStringLower(hashes));
        Assert.Equal(Text("canonDocJCS.txt"), Canonical(Without(signed, "proof")));
        Assert.Equal(Text("proofCanonJCS.txt"), Canonical(Without(proof, "proofValue")));
        Assert.True(Multibase.TryDecode(Text("sigBTC58JCS.txt"), out var signature));
        Assert.Equal(Text("sigHexJCS.txt"), Convert.ToHexStringLower(signature));

        var verified = Assert.IsType<ProofCheck.Verified>(EddsaJcs2022.Verify(signed));
        Assert.Equal("did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2", verified.Signer.Value);
        Assert.Equal(new DateTimeOffset(2023, 2, 24, 23, 36, 38, TimeSpan.Zero), verified.Created);

        string Text(string file) => File.ReadAllText(Path.Combine(folder, file)).Trim();
    }

    [Fact]
    public void Refuses_the_official_examples_of_other_suites_and_of_several_proofs()
    {
        var folder = Path.Combine(TestData.Find("data-integrity-eddsa"), "TestVectors");
        string[] files =
        [
            "eddsa-rdfc-2022/signedDataInt.json", "eddsa-rdfc-2022/employ/signedDataInt.json", "Ed25519Signature2020/signedEdSig.json",
            "proof-set-chain/signedProofSet2.json", "proof-set-chain/signedProofChain2.json", "unsigned.json",
        ];
        Assert.All(files, file => Assert.IsType<ProofCheck.Refused>(
            EddsaJcs2022.Verify(ProofForge.Element(File.ReadAllText(Path.Combine(folder, file))))));
    }

    [Fact]
    public void Hashes_the_examples_of_FEP_8b32_and_c390_as_they_say()
    {
        var vectors = Vectors("vectors.json");

        Assert.Equal(3, vectors.Count);
        Assert.All(vectors, vector =>
        {
            var document = vector.GetProperty("document");
            var hashes = new byte[64];

            Assert.Null(EddsaJcs2022.Hash(document, hashes, out var proof));
            Assert.Equal(vector.GetProperty("hashData").GetString(), Convert.ToHexStringLower(hashes));
            Assert.Equal(vector.GetProperty("docCanon").GetString(), Canonical(Without(document, "proof")));
            Assert.True(IsSigned(hashes, proof, vector));
        });
    }

    // Their keys are actors' and not did:key with a fragment, so the whole check is for those that look actors up.
    [Fact]
    public void Finds_the_signatures_of_other_servers_right_and_refuses_their_keys()
    {
        var vectors = Vectors("more-verified-eddsa-jcs-2022.json");

        Assert.Equal(6, vectors.Count);
        Assert.All(vectors, vector =>
        {
            var document = vector.GetProperty("document");
            var hashes = new byte[64];

            Assert.Null(EddsaJcs2022.Hash(document, hashes, out var proof));
            Assert.True(IsSigned(hashes, proof, vector));
            Assert.Equal(
                DidKey.TryParseVerificationMethod(proof.GetProperty("verificationMethod").GetString(), out _)
                    && proof.TryGetProperty("@context", out _) == document.TryGetProperty("@context", out _),
                EddsaJcs2022.Verify(document) is ProofCheck.Verified);
        });
        Assert.Contains(vectors, vector => EddsaJcs2022.Verify(vector.GetProperty("document")) is ProofCheck.Verified);
    }

    private static bool IsSigned(byte[] hashes, JsonElement proof, JsonElement vector) =>
        Multikey.TryParse(vector.GetProperty("publicKeyMultibase").GetString(), out Ed25519PublicKey? key)
        && Multibase.TryDecode(proof.GetProperty("proofValue").GetString(), out var signature)
        && key.Verify(hashes, signature);

    private static List<JsonElement> Vectors(string file) =>
        [.. ProofForge.Element(File.ReadAllText(Path.Combine(TestData.Find("fep"), file))).GetProperty("vectors").EnumerateArray()];

    private static JsonElement Without(JsonElement element, string name)
    {
        var copy = JsonObject.Create(element)!;
        copy.Remove(name);
        return ProofForge.Element(copy.ToJsonString());
    }

    private static string Canonical(JsonElement element) =>
        System.Text.Encoding.UTF8.GetString(JsonCanonicalization.Canonicalize(element));
}
