using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PostMoney.ActivityStreams.Http.Signatures;
using PostMoney.ActivityStreams.Http.Signatures.Schemes;
using PostMoney.ActivityStreams.Identifiers;
using PostMoney.ActivityStreams.Json;
using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Proofs;
using PostMoney.ActivityStreams.Tests.Http.Signatures;
using PostMoney.ActivityStreams.Tests.Proofs;
using PostMoney.ActivityStreams.Vocabulary;
using PostMoney.ActivityStreams.Vocabulary.ValueFlows;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.Security;

/// <summary>Cases of the threat catalogue that no other test shows; see <see cref="DecidedHere"/>.</summary>
public sealed class AnsweringAttacks
{
    // S-11
    [Fact]
    public void The_same_request_has_the_same_mark_each_time()
    {
        var request = new TownRequest(SignatureScheme.Rfc9421);

        Assert.Equal(Mark(request.Signed), Mark(request.Signed));
        Assert.NotEqual(Mark(request.Signed), Mark(request.SignedAt(TownRequest.Now.AddSeconds(1))));

        static string Mark(ActivityStreams.Http.HttpMessage message) => Assert.Single(
            Assert.IsType<SignatureReading.Found>(HttpSignatures.Read(message, SignaturePolicy.Default, TownRequest.Now)).Candidates).Hash;
    }

    // S-27: the order of the group is 2^252 + 27742317777372353535851937790883648493 (RFC 8032 §5.1).
    [Fact]
    public void A_proof_is_refused_with_the_group_order_added_to_its_signature()
    {
        var (document, proof) = Signed();
        Assert.True(Multibase.TryDecode(proof["proofValue"]!.GetValue<string>(), out var signature));
        var order = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493", CultureInfo.InvariantCulture);
        var sum = new BigInteger(signature.AsSpan(32), isUnsigned: true) + order;
        byte[] other = [.. signature.AsSpan(0, 32), .. sum.ToByteArray(isUnsigned: true), .. new byte[32]];
        proof["proofValue"] = Multibase.EncodeBase58(other.AsSpan(0, 64));

        Assert.Equal(ProofForge.Refused(ProofProblem.Signature), EddsaJcs2022.Verify(ProofForge.Element(document)));
    }

    // S-28
    [Theory]
    [InlineData("proofPurpose", "authentication")]
    [InlineData("cryptosuite", "eddsa-rdfc-2022")]
    [InlineData("type", "Ed25519Signature2020")]
    [InlineData("created", "2026-11-25T08:12:32Z")]
    [InlineData("verificationMethod", null)]
    public void A_right_proof_is_refused_once_one_of_its_options_is_changed(string name, string? value)
    {
        var (document, proof) = Signed();
        Assert.IsType<ProofCheck.Verified>(EddsaJcs2022.Verify(ProofForge.Element(document)));
        proof[name] = value;

        Assert.IsType<ProofCheck.Refused>(EddsaJcs2022.Verify(ProofForge.Element(document)));
    }

    // S-30
    [Fact]
    public void A_proof_names_who_signed_and_never_who_is_said_to_have_written()
    {
        using var asha = Passports.Asha();
        using var bilal = Passports.Bilal();
        var document = ProofForge.Document();
        document["attributedTo"] = DidKey.From(asha.PublicKey).Value;
        var signed = ProofForge.Sign(document, ProofForge.Proof(document, bilal), bilal);

        Assert.Equal(DidKey.From(bilal.PublicKey), Assert.IsType<ProofCheck.Verified>(EddsaJcs2022.Verify(signed)).Signer);
    }

    // S-31
    [Fact]
    public void Any_number_of_proofs_but_one_is_refused()
    {
        var (document, proof) = Signed();
        var one = proof.DeepClone();
        foreach (var proofs in new[] { new JsonArray(), Many(1), Many(2), Many(1_000) })
        {
            document["proof"] = proofs;
            Assert.Equal(ProofForge.Refused(ProofProblem.NotSingle), EddsaJcs2022.Verify(ProofForge.Element(document)));
            Assert.Equal(ProofForge.Refused(ProofProblem.NotSingle), EddsaRdfc2022.Verify(ProofForge.Element(document)));
        }

        JsonArray Many(int count) => new([.. Enumerable.Range(0, count).Select(_ => one.DeepClone())]);
    }

    // S-32, P-15
    [Theory]
    [InlineData("2026-11-22T10:00:00")]
    [InlineData("2026-02-30T10:00:00Z")]
    [InlineData("2026-11-22T23:59:60Z")]
    [InlineData("2026-11-22T24:00:00Z")]
    [InlineData("2026-11-22T10:00:00+99:99")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("10000-01-01T00:00:00Z")]
    [InlineData("2026-11-22t10:00:00z")]
    [InlineData("P1D")]
    public void A_proof_is_refused_whose_time_is_none(string created)
    {
        using var asha = Passports.Asha();
        var document = ProofForge.Document();
        var proof = ProofForge.Proof(document, asha);
        proof["created"] = created;

        Assert.Equal(ProofForge.Refused(ProofProblem.Created), EddsaJcs2022.Verify(ProofForge.Sign(document, proof, asha)));
    }

    // S-37
    [Fact]
    public void The_older_scheme_covers_no_less_than_the_newer()
    {
        const Coverage Needed = Coverage.Method | Coverage.Path | Coverage.Query | Coverage.Host;
        foreach (var scheme in new[] { SignatureScheme.Cavage, SignatureScheme.Rfc9421 })
        {
            var reading = HttpSignatures.Read(new TownRequest(scheme).Signed, SignaturePolicy.Default, TownRequest.Now);
            var covers = Assert.Single(Assert.IsType<SignatureReading.Found>(reading).Candidates).Covers;

            Assert.Equal(Needed, covers & Needed);
            Assert.NotEqual(Coverage.None, covers & (Coverage.Digest | Coverage.ContentDigest));
            Assert.NotEqual(Coverage.None, covers & (Coverage.Date | Coverage.Created));
        }
    }

    // O-14: the bytes that were signed stand inside, and still the whole is not signed.
    [Theory]
    [InlineData("@graph")]
    [InlineData("@included")]
    [InlineData("@reverse")]
    public void What_is_wrapped_in_keywords_is_no_longer_what_was_signed(string keyword)
    {
        var (document, proof) = Signed();
        var wrapped = new JsonObject
        {
            ["@context"] = document["@context"]!.DeepClone(),
            [keyword] = new JsonObject { ["object"] = document.DeepClone() },
            ["proof"] = proof.DeepClone(),
        };
        document[keyword] = new JsonArray(new JsonObject { ["type"] = "Accept" });

        Assert.Equal(ProofForge.Refused(ProofProblem.Signature), EddsaJcs2022.Verify(ProofForge.Element(wrapped)));
        Assert.Equal(ProofForge.Refused(ProofProblem.Signature), EddsaJcs2022.Verify(ProofForge.Element(document)));
    }

    // O-23
    [Fact]
    public void A_signed_document_is_verified_after_it_was_stored_in_its_canonical_form()
    {
        using var asha = Passports.Asha();
        var document = ProofForge.Document(
            """{"z":"\u20ac\u0000\ud83d\ude00","unknown":{"b":1.0,"a":[]},"@context":"https://www.w3.org/ns/activitystreams","content":"\/"}""");
        var signed = ProofForge.Sign(document, ProofForge.Proof(document, asha), asha);
        var stored = JsonCanonicalization.Canonicalize(signed);

        Assert.IsType<ProofCheck.Verified>(EddsaJcs2022.Verify(ProofForge.Element(Encoding.UTF8.GetString(stored))));
    }

    // P-04
    [Fact]
    public void Text_in_another_encoding_is_refused()
    {
        const string json = """{"name":"Säge"}""";
        byte[][] texts =
        [
            Encoding.Unicode.GetBytes(json), Encoding.BigEndianUnicode.GetBytes(json), Encoding.UTF32.GetBytes(json), Encoding.Latin1.GetBytes(json),
            [.. Encoding.UTF8.GetBytes(json), 0], [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(json)],
        ];

        Assert.All(texts, text => Assert.False(StrictJson.TryParse(text, out _, out _)));
    }

    // P-05
    [Theory]
    [InlineData("1e400", null)]
    [InlineData("0x10", null)]
    [InlineData("01", null)]
    [InlineData("+1", null)]
    [InlineData("1.", null)]
    [InlineData("Infinity", null)]
    [InlineData("-0", "0")]
    [InlineData("1.50", "1.5")]
    public void Numbers_that_readers_see_differently_are_refused_or_kept(string number, string? canonical)
    {
        var isRead = StrictJson.TryParse(Encoding.UTF8.GetBytes(number), out var root, out _);

        Assert.Equal(canonical, isRead ? Encoding.UTF8.GetString(JsonCanonicalization.Canonicalize(root)) : null);
    }

    // P-07
    [Fact]
    public void A_mebibyte_that_is_dear_to_read_takes_little_memory()
    {
        string[] hostile =
        [
            "[" + string.Join(',', Enumerable.Repeat("{}", 349_524)) + "]",
            "[" + string.Join(',', Enumerable.Repeat("0", 500_000)) + "]",
            "{" + string.Join(',', Enumerable.Range(0, 19_000).Select(at => $"\"{at:D48}\":0")) + "}",
            "[" + new string('9', 300) + ",\"" + string.Concat(Enumerable.Repeat("\\u0041", 170_000)) + "\"]",
            new string('[', 500_000),
        ];
        foreach (var text in hostile.Select(Encoding.UTF8.GetBytes))
        {
            Assert.InRange(text.Length, 1, StrictJson.MaximumBytes);
            _ = StrictJson.TryParse(text, out _, out _);
            var before = GC.GetAllocatedBytesForCurrentThread();
            _ = StrictJson.TryParse(text, out _, out _);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 32 * 1_048_576);
        }
    }

    // P-11
    [Fact]
    public void Nothing_is_read_by_regular_expressions()
    {
        Assert.DoesNotContain(
            typeof(Regex).Assembly.GetName().Name, typeof(StrictJson).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name));

        string[] pumps =
        [
            new('1', 10_000), $"{new string('1', 10_000)}.", $"2026-11-25T08:00:00.{new string('0', 10_000)}", $"P{new string('1', 10_000)}",
            $"en{string.Concat(Enumerable.Repeat("-a1b2c", 2_000))}!", $"en-x{string.Concat(Enumerable.Repeat("-a", 5_000))}!",
        ];
        foreach (var pump in pumps)
        {
            var json = $$"""{"type":"Intent","published":"{{pump}}","duration":"{{pump}}","hasNumericalValue":"{{pump}}","nameMap":{"{{pump}}":"x"} }""";
            Assert.True(StrictJson.TryParse(Encoding.UTF8.GetBytes(json), out var root, out _));
            Assert.True(ActivityObject.TryRead(root, out var document));
            Assert.True(document is { Published: null, Duration: null });
            Assert.Null(document.As<Measure>().HasNumericalValue);
        }
    }

    // P-13
    [Theory]
    [InlineData("https://p.test@e.test/")]
    [InlineData("https://:@p.test/")]
    [InlineData("https://p.test/\ta")]
    [InlineData("https://p.test/\r\na")]
    [InlineData("https://e.test\\.p.test/")]
    [InlineData("https:///x")]
    [InlineData("//e.test/")]
    [InlineData("HTTPS:e.test")]
    [InlineData("https://[fe80::1%25eth0]/")]
    [InlineData("https://[::FFFF:127.0.0.1]/")]
    [InlineData("https://0x7f.1/")]
    [InlineData("https://p.test:/")]
    [InlineData("https://p.test:0443/")]
    [InlineData("https://p.test?a")]
    public void An_address_that_parsers_read_differently_is_no_id(string text) => Assert.False(WebId.TryParse(text, out _));

    private static (JsonObject Document, JsonObject Proof) Signed()
    {
        using var asha = Passports.Asha();
        var document = ProofForge.Document();
        var proof = ProofForge.Proof(document, asha);
        _ = ProofForge.Sign(document, proof, asha);
        return (document, proof);
    }
}
