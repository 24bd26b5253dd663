using FsCheck;
using FsCheck.Fluent;
using PostMoney.ActivityStreams.Http;
using PostMoney.ActivityStreams.Http.Digests;
using PostMoney.ActivityStreams.Http.Signatures;
using PostMoney.ActivityStreams.Http.Signatures.Schemes;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.Http.Signatures;

public sealed class ReceivingAForgedRequest
{
    // S-13
    [Theory]
    [InlineData("hmac-sha256")]
    [InlineData("rsa-sha1")]
    [InlineData("rsa-sha512")]
    [InlineData("none")]
    [InlineData("")]
    [InlineData("ed25519")]
    public void Refuses_an_algorithm_that_is_not_the_key_s(string algorithm) => Assert.Equal("sig.alg", TownRequest.Problem(
        Header("Signature", text => text.Replace("rsa-sha256", algorithm, StringComparison.Ordinal))));

    // S-13
    [Theory]
    [InlineData("hmac-sha256")]
    [InlineData("ed25519")]
    [InlineData("none")]
    public void Refuses_a_registered_algorithm_that_is_not_the_key_s(string algorithm) => Assert.Equal("sig.alg", TownRequest.Problem(
        Header("Signature-Input", text => text.Replace("rsa-v1_5-sha256", algorithm, StringComparison.Ordinal))));

    // S-16
    [Fact]
    public void Lets_only_those_speak_whose_signature_is_right()
    {
        var signed = new TownRequest(SignatureScheme.Rfc9421).Signed;
        var both = Header("Signature-Input", text => text + text.Replace("sig1=", ", zoe=", StringComparison.Ordinal)
            .Replace("/chen#", "/zoe#", StringComparison.Ordinal));
        var found = Assert.IsType<SignatureReading.Found>(HttpSignatures.Read(
            TownRequest.Changed(both, header: header => header.Key == "Signature"
                ? KeyValuePair.Create("Signature", header.Value + header.Value.Replace("sig1=", ", zoe=", StringComparison.Ordinal))
                : header),
            SignaturePolicy.Default,
            TownRequest.Now));

        Assert.Null(TownRequest.Problem(signed));
        Assert.Equal([TownRequest.ChensKey, "https://p.test/u/zoe#main-key"], found.Candidates.Select(one => one.KeyId));
        Assert.IsType<SignatureCheck.Verified>(found.Candidates[0].Verify(TownRequest.Public));
        Assert.IsType<SignatureCheck.Refused>(found.Candidates[1].Verify(TownRequest.Public));
    }

    // S-16
    [Fact]
    public void Refuses_more_than_four_signatures() => Assert.Equal("sig.too_many", TownRequest.Problem(Header(
        "Signature-Input", text => string.Join(", ", Enumerable.Range(1, 5).Select(i => text.Replace("sig1=", $"sig{i}=", StringComparison.Ordinal))))));

    [Fact]
    public void Passes_over_a_signature_that_covers_too_little_beside_one_that_covers_enough() =>
        Assert.Null(TownRequest.Problem(Header("Signature-Input", text =>
            "proxy=(\"@authority\");created=1;keyid=\"https://p.test/proxy\", " + text)));

    // S-17
    [Theory]
    [InlineData(SignatureScheme.Cavage, "Date", "Mon, 01 Mar 2027 08:00:00 GMT")]
    [InlineData(SignatureScheme.Cavage, "Digest", "SHA-256=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")]
    [InlineData(SignatureScheme.Cavage, "host", "e.test")]
    [InlineData(SignatureScheme.Rfc9421, "Content-Digest", "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:")]
    public void Refuses_a_covered_header_that_comes_twice(SignatureScheme scheme, string name, string value)
    {
        var request = new TownRequest(scheme).Signed.With(KeyValuePair.Create(name, value));

        Assert.Equal("sig.duplicate_header", TownRequest.Problem(request));
        Assert.Equal(400, SignatureProblem.DuplicateHeader.Status);
    }

    [Fact]
    public void Refuses_two_hosts_for_one_target() => Assert.Equal("sig.component", TownRequest.Problem(
        new TownRequest(SignatureScheme.Rfc9421).Signed.With(KeyValuePair.Create("host", "e.test"))));

    // S-18
    [Theory]
    [InlineData("")]
    [InlineData("date date date")]
    [InlineData("date  host")]
    [InlineData("(created)")]
    [InlineData("(expires)")]
    [InlineData("@method")]
    [InlineData("x-absent")]
    public void Refuses_an_empty_repeated_or_absent_list_of_headers(string covered) => Assert.Equal("sig.component", TownRequest.Problem(
        Header("Signature", text => text.Replace("(request-target) host date digest", covered, StringComparison.Ordinal))));

    // S-18
    [Theory]
    [InlineData("\"@method\" \"@method\"")]
    [InlineData("\"content-digest\";req")]
    [InlineData("\"content-digest\";tr")]
    [InlineData("\"content-digest\";sf;bs")]
    [InlineData("\"content-digest\";sf \"content-digest\";sf")]
    [InlineData("\"@status\"")]
    [InlineData("\"@signature-params\"")]
    [InlineData("\"@unheard-of\"")]
    [InlineData("\"@method\";sf")]
    [InlineData("\"@query-param\"")]
    [InlineData("\"@query-param\";name=\"absent\"")]
    [InlineData("\"Content-Digest\"")]
    [InlineData("\"x-absent\"")]
    [InlineData("content-digest")]
    [InlineData("1")]
    [InlineData(":AAAA:")]
    public void Refuses_components_that_the_request_does_not_have(string covered) => Assert.Equal("sig.component", TownRequest.Problem(
        Header("Signature-Input", text => "sig1=(" + covered + ")" + text[(text.IndexOf(')', StringComparison.Ordinal) + 1)..])));

    // S-19 and S-20: refused before anything is looked up.
    [Theory]
    [InlineData("acct:chen@p.test")]
    [InlineData("http://127.0.0.1:5432/")]
    [InlineData("http://p.test/u/chen#main-key")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("data:application/activity+json,{}")]
    [InlineData("https://user@p.test/u/chen")]
    [InlineData("https://P.test/u/chen")]
    [InlineData("https://p.test:443/u/chen")]
    [InlineData("https://p.test/u/../chen")]
    [InlineData("https://p.test/u/%2e%2e/chen")]
    [InlineData("https://0x7f000001/")]
    [InlineData("https://p.test./u/chen")]
    [InlineData("https://p.test\\@e.test/")]
    [InlineData("did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp")]
    [InlineData("did:web:p.test#key")]
    [InlineData("chen")]
    public void Refuses_a_key_id_that_must_not_be_looked_up(string keyId)
    {
        Assert.Equal("sig.keyid_scheme", TownRequest.Problem(
            Header("Signature", text => text.Replace(TownRequest.ChensKey, keyId, StringComparison.Ordinal))));
        Assert.Equal("sig.keyid_scheme", TownRequest.Problem(
            Header("Signature-Input", text => text.Replace(TownRequest.ChensKey, keyId.Replace("\\", "\\\\", StringComparison.Ordinal), StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("keyId=\"https://p.test/k\"")]
    [InlineData("keyId=\"https://p.test/k\",signature=\"!\"")]
    [InlineData("signature=\"AAAA\"")]
    [InlineData("keyId=\"\",signature=\"AAAA\"")]
    [InlineData("keyId=https://p.test/k,signature=\"AAAA\"")]
    [InlineData("keyId=\"https://p.test/k,signature=\"AAAA\"")]
    [InlineData("keyId=\"https://p.test/k\" signature=\"AAAA\"")]
    [InlineData("keyId=\"https://p.test/k\",signature=\"AAAA\",signature=\"BBBB\"")]
    [InlineData("keyId=\"https://p.test/k\",signature=\"AAAA\",")]
    [InlineData("keyId=\"https://p.test/k\",signature=\"AAAA\",created=soon")]
    [InlineData("keyId=\"https://p.test/k\",signature=\"AAAA\",created=999999999999999")]
    [InlineData("")]
    public void Refuses_a_header_that_is_not_of_its_grammar(string header) => Assert.Equal("sig.malformed", TownRequest.Problem(
        TownRequest.Unsigned.With(KeyValuePair.Create("Signature", header))));

    [Theory]
    [InlineData("sig1=(\"@method\")", "sig1=:AAAA:")]
    [InlineData("sig1=(\"@method\");keyid=1", "sig1=:AAAA:")]
    [InlineData("sig1=(\"@method\");keyid=\"https://p.test/k\";created=\"1\"", "sig1=:AAAA:")]
    [InlineData("sig1=(\"@method\");keyid=\"https://p.test/k\"", "sig1=\"AAAA\"")]
    [InlineData("sig1=(\"@method\");keyid=\"https://p.test/k\"", "sig2=:AAAA:")]
    [InlineData("sig1=\"@method\";keyid=\"https://p.test/k\"", "sig1=:AAAA:")]
    [InlineData("sig1=(\"@method\"", "sig1=:AAAA:")]
    [InlineData("", "sig1=:AAAA:")]
    public void Refuses_fields_that_are_not_of_their_grammar(string input, string signature) => Assert.Equal("sig.malformed", TownRequest.Problem(
        TownRequest.Unsigned.With(KeyValuePair.Create("Signature-Input", input), KeyValuePair.Create("Signature", signature))));

    [Fact]
    public void Keeps_a_line_feed_out_of_what_is_signed()
    {
        var folded = HttpMessage.FromRequest("GET", "https", "/", [KeyValuePair.Create("Host", "n.test"), KeyValuePair.Create("X", "a\nhost: e.test")]);

        Assert.Null(CavageSignature.TryBuildBase(folded, ["x", "host"], null, null, out var signed));
        Assert.Equal("x: a host: e.test\nhost: n.test"u8, signed);
    }

    // Headers that are named like what is derived must not stand for it.
    [Theory]
    [InlineData("created")]
    [InlineData("(created)")]
    [InlineData("@method")]
    [InlineData("@path")]
    [InlineData("@authority")]
    public void Takes_no_header_for_what_only_has_its_name(string name)
    {
        var unsigned = TownRequest.Unsigned.With(KeyValuePair.Create(name, "1803892207"), KeyValuePair.Create("Digest", BodyDigest.WriteLegacy(TownRequest.Body)));
        var cavage = $"keyId=\"{TownRequest.ChensKey}\",headers=\"(request-target) host digest {name}\",signature=\"AAAA\"";
        var rfc9421 = $"sig1=(\"@target-uri\" \"digest\" \"{name}\");keyid=\"{TownRequest.ChensKey}\"";

        Assert.Contains(TownRequest.Problem(unsigned.With(KeyValuePair.Create("Signature", cavage))), new[] { "sig.component", "sig.uncovered:date" });
        Assert.Contains(
            TownRequest.Problem(unsigned.With(KeyValuePair.Create("Signature-Input", rfc9421), KeyValuePair.Create("Signature", "sig1=:AAAA:"))),
            new[] { "sig.component", "sig.uncovered:method", "sig.uncovered:date" });
    }

    [Fact]
    public void Answers_any_header_and_never_throws() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), ArbMap.Default.ArbFor<NonNull<string>>(), ArbMap.Default.ArbFor<bool>(), (text, other, isNew) =>
        {
            var request = TownRequest.Unsigned.With(
                KeyValuePair.Create("Signature", isNew ? "sig1=:AAAA:" : $"keyId=\"{TownRequest.ChensKey}\",headers=\"{text.Get}\",signature=\"AAAA\""),
                KeyValuePair.Create(isNew ? "Signature-Input" : "Digest", $"sig1=(\"@method\" {text.Get});keyid=\"{other.Get}\""),
                KeyValuePair.Create(other.Get, text.Get));
            return TownRequest.Problem(request) is not null;
        }).QuickCheckThrowOnFailure();

    // The header is in the request of its scheme alone.
    private static HttpMessage Header(string name, Func<string, string> change) => TownRequest.Changed(
        new TownRequest(name == "Signature" ? SignatureScheme.Cavage : SignatureScheme.Rfc9421).Signed,
        header: header => header.Key == name ? KeyValuePair.Create(name, change(header.Value)) : header);
}
