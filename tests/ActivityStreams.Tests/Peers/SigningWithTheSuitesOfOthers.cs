using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PostMoney.ActivityStreams.Cryptography;
using PostMoney.ActivityStreams.Identifiers;
using PostMoney.ActivityStreams.Proofs;
using PostMoney.ActivityStreams.Tests.Proofs;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.Peers;

/// <summary>The Data Integrity suites of Digital Bazaar, and this library, check each other's proofs.</summary>
public sealed class SigningWithTheSuitesOfOthers(Peer peer)
{
    private const string Date = "2026-11-25T08:12:31Z";

    private static readonly byte[] _seed = [.. Enumerable.Range(1, 32).Select(at => (byte)at)];

    public static TheoryData<string> Suites => ["eddsa-jcs-2022", "eddsa-rdfc-2022"];

    [Theory]
    [MemberData(nameof(Suites))]
    public void Their_proofs_are_taken_here_until_a_byte_is_changed(string suite)
    {
        using var key = Ed25519SecretKey.FromSeed(_seed);
        foreach (var document in Documents(suite))
        {
            var signed = peer.Answer("signDocument", new { document, seed = Convert.ToHexStringLower(_seed), cryptosuite = suite, date = Date });

            var check = Assert.IsType<ProofCheck.Verified>(Verify(suite, signed));
            Assert.Equal(DidKey.From(key.PublicKey), check.Signer);
            Assert.Equal(ProofForge.Refused(ProofProblem.Signature), Verify(suite, Changed(signed)));
        }
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void Our_proofs_are_taken_there_until_a_byte_is_changed(string suite)
    {
        foreach (var document in Documents(suite))
        {
            var signed = Sign(suite, document);
            var answer = peer.Answer("verifyDocument", new { document = signed, cryptosuite = suite });
            Assert.True(answer.GetProperty("verified").GetBoolean(), $"{signed}: {answer}");

            answer = peer.Answer("verifyDocument", new { document = Changed(signed), cryptosuite = suite });
            Assert.False(answer.GetProperty("verified").GetBoolean());
        }
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void Both_make_the_same_proof(string suite)
    {
        foreach (var document in Documents(suite))
        {
            var theirs = peer.Answer("signDocument", new { document, seed = Convert.ToHexStringLower(_seed), cryptosuite = suite, date = Date });

            Assert.Equal(
                theirs.GetProperty("proof").GetProperty("proofValue").GetString(),
                Sign(suite, document).GetProperty("proof").GetProperty("proofValue").GetString());
        }
    }

    private static IReadOnlyList<JsonElement> Documents(string suite) =>
        suite == "eddsa-jcs-2022" ? [.. PeerDocuments.Signable, PeerDocuments.Record] : PeerDocuments.Signable;

    private static ProofCheck Verify(string suite, JsonElement signed) =>
        suite == "eddsa-jcs-2022" ? EddsaJcs2022.Verify(signed) : EddsaRdfc2022.Verify(signed);

    private static JsonElement Sign(string suite, JsonElement document)
    {
        using var key = Ed25519SecretKey.FromSeed(_seed);
        var created = DateTimeOffset.Parse(Date, null);
        var signed = suite == "eddsa-jcs-2022" ? EddsaJcs2022.Sign(document, key, created) : EddsaRdfc2022.Sign(document, key, created);
        return ProofForge.Element(Encoding.UTF8.GetString(signed));
    }

    // The type is in every document, and both names have a meaning.
    private static JsonElement Changed(JsonElement signed)
    {
        var document = JsonNode.Parse(signed.GetRawText())!.AsObject();
        document["type"] = "Event";
        return ProofForge.Element(document);
    }
}
