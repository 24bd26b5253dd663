using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using PostMoney.ActivityStreams.Cryptography;
using PostMoney.ActivityStreams.Identifiers;
using PostMoney.ActivityStreams.Json;
using PostMoney.ActivityStreams.Proofs;
using Xunit;
using TestData = PostMoney.Fixtures.TestData;

namespace PostMoney.ActivityStreams.Tests.Proofs;

public sealed class SigningADocument
{
    private static readonly DateTimeOffset _created = new(2026, 11, 25, 8, 12, 31, TimeSpan.Zero);

    [Fact]
    public void Gives_the_bytes_of_the_official_example()
    {
        var folder = Path.Combine(TestData.Find("data-integrity-eddsa"), "TestVectors");
        using var key = SecretKey(Json(folder, "keyPair.json").GetProperty("privateKeyMultibase").GetString());
        var expected = Json(folder, "eddsa-jcs-2022/signedJCS.json");
        var created = new DateTimeOffset(2023, 2, 24, 23, 36, 38, TimeSpan.Zero);

        var signed = EddsaJcs2022.Sign(Json(folder, "unsigned.json"), key, created);

        Assert.Equal(Encoding.UTF8.GetString(JsonCanonicalization.Canonicalize(expected)), Encoding.UTF8.GetString(signed));
    }

    [Fact]
    public void Gives_the_bytes_of_FEP_8b32_but_for_the_name_of_the_key()
    {
        var vectors = Json(TestData.Find("fep"), "vectors.json").GetProperty("vectors").EnumerateArray().Take(2);
        Assert.All(vectors, vector =>
        {
            var document = vector.GetProperty("document");
            var hashes = new byte[64];
            using var key = SecretKey(vector.GetProperty("secretKeyMultibase").GetString());

            Assert.Null(EddsaJcs2022.Hash(document, hashes, out var proof));
            Assert.Equal(proof.GetProperty("proofValue").GetString(), Multibase.EncodeBase58(key.Sign(hashes)));
        });
    }

    [Fact]
    public void Gives_canonical_bytes_that_name_signer_time_and_purpose()
    {
        using var asha = Passports.Asha();
        var did = DidKey.From(asha.PublicKey);

        var signed = EddsaJcs2022.Sign(ProofForge.Element(ProofForge.Need), asha, _created);

        Assert.True(StrictJson.TryParse(signed, out var root, out _));
        Assert.Equal(signed, JsonCanonicalization.Canonicalize(root));
        Assert.Equal(new ProofCheck.Verified(did, _created, "assertionMethod"), EddsaJcs2022.Verify(root));
        var proof = root.GetProperty("proof");
        Assert.Equal(7, proof.GetPropertyCount());
        Assert.Equal("2026-11-25T08:12:31Z", proof.GetProperty("created").GetString());
        Assert.Equal(did.VerificationMethod, proof.GetProperty("verificationMethod").GetString());
        Assert.True(JsonElement.DeepEquals(root.GetProperty("@context"), proof.GetProperty("@context")));
    }

    [Fact]
    public void Writes_the_time_in_UTC_and_whole_seconds()
    {
        using var asha = Passports.Asha();
        var created = new DateTimeOffset(2026, 11, 25, 10, 12, 31, 999, TimeSpan.FromHours(2));

        var signed = ProofForge.Element(Encoding.UTF8.GetString(EddsaJcs2022.Sign(ProofForge.Element("{}"), asha, created)));

        Assert.Equal("2026-11-25T08:12:31Z", signed.GetProperty("proof").GetProperty("created").GetString());
    }

    [Fact]
    public void For_another_purpose_is_good_for_that_purpose_alone()
    {
        using var asha = Passports.Asha();

        var signed = ProofForge.Element(Encoding.UTF8.GetString(
            EddsaJcs2022.Sign(ProofForge.Element("{}"), asha, _created, "authentication")));

        Assert.IsType<ProofCheck.Verified>(EddsaJcs2022.Verify(signed, "authentication"));
        Assert.Equal(ProofForge.Refused(ProofProblem.Purpose), EddsaJcs2022.Verify(signed));
    }

    [Theory]
    [InlineData("a", 31, true)]
    [InlineData("a", 32, false)]
    [InlineData("a", 63, false)]
    [InlineData("a", 900, false)]
    [InlineData("@context", 30, true)]
    [InlineData("@context", 31, false)]
    [InlineData("@context", 63, false)]
    public void Takes_what_can_be_read_strictly_once_it_is_signed_and_nothing_deeper(string name, int levels, bool isTaken)
    {
        using var asha = Passports.Asha();
        var deep = $"{{\"{name}\":{new string('[', levels)}{new string(']', levels)}}}";
        var document = JsonDocument.Parse(deep, new() { MaxDepth = 1_000 }).RootElement;

        if (isTaken)
        {
            Assert.True(StrictJson.TryParse(EddsaJcs2022.Sign(document, asha, _created), out var signed, out _));
            Assert.IsType<ProofCheck.Verified>(EddsaJcs2022.Verify(signed));
        }
        else
        {
            Assert.Throws<ArgumentException>(() => EddsaJcs2022.Sign(document, asha, _created));
            Assert.Throws<ArgumentException>(() => EddsaRdfc2022.Sign(document, asha, _created));
        }
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("""{"proof":null}""")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"\ud800":1}""")]
    public void Needs_an_object_with_a_canonical_form_and_without_a_proof(string json)
    {
        using var asha = Passports.Asha();

        Assert.Throws<ArgumentException>(() => EddsaJcs2022.Sign(JsonDocument.Parse(json).RootElement, asha, _created));
    }

    [Fact]
    public void Is_verified_whatever_the_document_says() =>
        Prop.ForAll(ArbMap.Default.ArbFor<Dictionary<NonNull<string>, NonNull<string>[]>>(), content =>
        {
            using var bilal = Passports.Bilal();
            var json = JsonSerializer.SerializeToUtf8Bytes(content.Where(pair => pair.Key.Get != "proof").ToDictionary(
                pair => pair.Key.Get, pair => pair.Value?.Select(text => text.Get).ToArray()));

            return StrictJson.TryParse(json, out var document, out _)
                && StrictJson.TryParse(EddsaJcs2022.Sign(document, bilal, _created), out var signed, out _)
                && EddsaJcs2022.Verify(signed) is ProofCheck.Verified verified
                && verified.Signer.Key.Equals(bilal.PublicKey);
        }).QuickCheckThrowOnFailure();

    private static JsonElement Json(string folder, string file) =>
        ProofForge.Element(File.ReadAllText(Path.Combine(folder, file)));

    private static Ed25519SecretKey SecretKey(string? multibase)
    {
        Assert.True(Multibase.TryDecodeBase58(multibase, out var bytes));
        Assert.Equal([0x80, 0x26], bytes[..2]);
        return Ed25519SecretKey.FromSeed(bytes.AsSpan(2));
    }
}
