using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PostMoney.ActivityStreams.Proofs;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.Proofs;

/// <summary>Documents that come past <c>StrictJson</c>, from a reader that lets through what it does not.</summary>
public sealed class CheckingAHostileDocument
{
    [Theory]
    [InlineData("null", "proof.document")]
    [InlineData("7", "proof.document")]
    [InlineData("[]", "proof.document")]
    [InlineData("{}", "proof.missing")]
    [InlineData("""{"proof":null}""", "proof.not-single")]
    [InlineData("""{"proof":"z"}""", "proof.not-single")]
    [InlineData("""{"proof":[]}""", "proof.not-single")]
    [InlineData("""{"proof":{}}""", "proof.type")]
    [InlineData("""{"\ud800":1,"proof":{}}""", "proof.document")]
    [InlineData("""{"a":"\ud800","proof":{}}""", "proof.document")]
    [InlineData("""{"a":1e999,"proof":{}}""", "proof.document")]
    [InlineData("""{"proof":{"type":"\ud800"}}""", "proof.document")]
    [InlineData("""{"proof":{"\udc00":1}}""", "proof.document")]
    public void Is_refused_by_name_and_throws_nothing(string json, string code) =>
        Assert.Equal(code, Assert.IsType<ProofCheck.Refused>(EddsaJcs2022.Verify(Lenient(json))).Problem.Code);

    [Fact]
    public void One_proof_in_an_array_is_not_one_proof()
    {
        var document = Signed();
        var proof = document["proof"]!.DeepClone();

        document["proof"] = new JsonArray(proof);
        Assert.Equal(ProofForge.Refused(ProofProblem.NotSingle), EddsaJcs2022.Verify(ProofForge.Element(document)));

        document["proof"] = new JsonArray(proof.DeepClone(), proof.DeepClone());
        Assert.Equal(ProofForge.Refused(ProofProblem.NotSingle), EddsaJcs2022.Verify(ProofForge.Element(document)));
    }

    [Theory]
    [InlineData("\"title\":", "\"title\":\"something else\",\"title\":")]
    [InlineData("\"proof\":", "\"proof\":{},\"proof\":")]
    [InlineData("\"proof\":", "\"\\u0070roof\":{},\"proof\":")]
    [InlineData("\"proofValue\":", "\"proofValue\":\"z\",\"proofValue\":")]
    [InlineData("\"verificationMethod\":", "\"verificationMethod\":\"did:key:z\",\"verificationMethod\":")]
    public void A_member_that_is_there_twice_is_refused(string member, string twice)
    {
        var signed = Signed().ToJsonString();
        Assert.IsType<ProofCheck.Verified>(EddsaJcs2022.Verify(Lenient(signed)));
        var spoilt = signed.Replace(member, twice, StringComparison.Ordinal);
        Assert.NotEqual(signed, spoilt);

        Assert.Equal(ProofForge.Refused(ProofProblem.Document), EddsaJcs2022.Verify(Lenient(spoilt)));
    }

    [Fact]
    public void A_signature_that_cannot_be_read_as_text_is_refused()
    {
        var document = Signed();
        var value = document["proof"]!["proofValue"]!.GetValue<string>();
        var spoilt = document.ToJsonString().Replace(value, value + "\\ud800", StringComparison.Ordinal);

        Assert.Equal(ProofForge.Refused(ProofProblem.Value), EddsaJcs2022.Verify(Lenient(spoilt)));
    }

    private static JsonObject Signed()
    {
        using var asha = Passports.Asha();
        var document = ProofForge.Document();
        _ = ProofForge.Sign(document, ProofForge.Proof(document, asha), asha);
        return document;
    }

    private static JsonElement Lenient(string json) => JsonDocument.Parse(Encoding.UTF8.GetBytes(json)).RootElement;
}
