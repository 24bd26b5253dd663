using System.Text.Json;
using System.Text.Json.Nodes;
using PostMoney.ActivityStreams.JsonLd;
using PostMoney.ActivityStreams.Proofs;
using PostMoney.ActivityStreams.Tests.JsonLd;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.Proofs;

public sealed class CheckingPublishedProofSets
{
    [Theory]
    [InlineData("signedProofSet1.json", 1)]
    [InlineData("signedProofSet2.json", 2)]
    [InlineData("signedProofChain1.json", 3)]
    [InlineData("signedProofChain2.json", 4)]
    public void Verifies_the_official_examples_and_says_who_has_signed(string file, int count)
    {
        var verified = Assert.IsType<ProofSetCheck.Verified>(ProofSets.Verify(Official(file), options: Published()));

        Assert.Equal(
            Enumerable.Range(1, count).Select(number => "did:key:" + OfficialKey(number)),
            verified.Proofs.Select(proof => proof.Signer.Value));
    }

    [Theory]
    [InlineData(0, "proof.previous")]
    [InlineData(1, "proof.previous")]
    [InlineData(2, "proof.previous")]
    [InlineData(3, null)]
    public void Of_the_official_chain_only_its_end_can_be_taken_away(int index, string? code)
    {
        var document = JsonObject.Create(Official("signedProofChain2.json"))!;
        document["proof"]!.AsArray().RemoveAt(index);

        Assert.Equal(code, Code(ProofSets.Verify(ProofForge.Element(document), options: Published())));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_official_chain_is_refused_with_any_one_proof_changed(int index)
    {
        var document = JsonObject.Create(Official("signedProofChain2.json"))!;
        document["proof"]![index]!["created"] = "2023-02-26T22:16:39Z";

        Assert.Equal("proof.signature", Code(ProofSets.Verify(ProofForge.Element(document), options: Published())));
    }

    [Fact]
    public void The_official_chain_is_refused_where_a_proof_no_longer_says_what_it_builds_on()
    {
        var document = JsonObject.Create(Official("signedProofChain2.json"))!;
        document["proof"]![3]!.AsObject().Remove("previousProof");

        Assert.Equal("proof.signature", Code(ProofSets.Verify(ProofForge.Element(document), options: Published())));
    }

    private static string? Code(ProofSetCheck check) => (check as ProofSetCheck.Refused)?.Problem.Code;

    private static JsonElement Official(string file) => ProofForge.Element(File.ReadAllText(Path.Combine(Folder(), file)));

    private static string OfficialKey(int number) =>
        Official("multiKeyPairs.json").GetProperty($"keyPair{number}").GetProperty("publicKeyMultibase").GetString()!;

    private static string Folder() => Path.Combine(TestData.Find("data-integrity-eddsa"), "TestVectors", "proof-set-chain");

    private static JsonLdOptions Published() => new() { Loader = PublishedContexts.Load };
}
