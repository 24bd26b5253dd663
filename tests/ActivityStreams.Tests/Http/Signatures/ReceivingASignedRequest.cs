using PostMoney.ActivityStreams.Http;
using PostMoney.ActivityStreams.Http.Digests;
using PostMoney.ActivityStreams.Http.Signatures;
using PostMoney.ActivityStreams.Http.Signatures.Schemes;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.Http.Signatures;

public sealed class ReceivingASignedRequest
{
    public static TheoryData<SignatureScheme> Schemes => [SignatureScheme.Cavage, SignatureScheme.Rfc9421];

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Finds_who_sent_it_and_what_they_signed(SignatureScheme scheme)
    {
        var request = new TownRequest(scheme).Signed;
        var found = Assert.IsType<SignatureReading.Found>(HttpSignatures.Read(request, SignaturePolicy.Default, TownRequest.Now));
        var candidate = Assert.Single(found.Candidates);
        var verified = Assert.IsType<SignatureCheck.Verified>(candidate.Verify(TownRequest.Public));

        Assert.Equal(scheme, candidate.Scheme);
        Assert.Equal(TownRequest.ChensKey, verified.KeyId);
        Assert.Equal(TownRequest.Now, verified.At);
        Assert.Contains(scheme == SignatureScheme.Cavage ? "digest" : "\"content-digest\"", verified.Covered);
        Assert.Equal("sig.alg", TownRequest.Problem(request, key: TownRequest.Ed25519Public));
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Takes_Ed25519_and_reads_without_a_body(SignatureScheme scheme)
    {
        var unsigned = HttpMessage.ToSend("GET", new Uri("https://n.test/u/bilal?page=1"));
        var request = unsigned.With(RequestSigning.Sign(unsigned, TownRequest.Ed25519Secret, TownRequest.ChensKey, scheme, TownRequest.Now));

        Assert.Null(TownRequest.Problem(request, key: TownRequest.Ed25519Public));
        Assert.False(request.Has(scheme == SignatureScheme.Cavage ? "digest" : "content-digest"));
    }

    [Fact]
    public void Refuses_one_that_is_not_signed()
    {
        Assert.Equal("sig.missing", TownRequest.Problem(TownRequest.Unsigned));
        Assert.Equal("sig.missing", TownRequest.Problem(TownRequest.Unsigned.With(KeyValuePair.Create("Authorization", "Bearer x"))));
    }

    // S-05
    [Fact]
    public void Refuses_a_post_without_a_digest()
    {
        Assert.Equal("sig.uncovered:digest", TownRequest.Problem(Cavage(["(request-target)", "host", "date"])));
        Assert.Equal("sig.uncovered:digest", TownRequest.Problem(Rfc9421(["\"@method\"", "\"@target-uri\""])));
    }

    // S-05: a part of a digest, or the digest of another message, is none.
    [Fact]
    public void Refuses_a_digest_that_is_covered_in_part() => Assert.Equal(
        "sig.uncovered:digest", TownRequest.Problem(Rfc9421(["\"@method\"", "\"@target-uri\"", "\"content-digest\";key=\"sha-256\""])));

    // S-06
    [Theory]
    [MemberData(nameof(Schemes))]
    public void Refuses_another_body_with_its_own_digest(SignatureScheme scheme)
    {
        byte[] other = [.. TownRequest.Body, (byte)' '];
        var sent = new TownRequest(scheme).Signed;
        var changed = TownRequest.Changed(sent, body: other, header: header => header.Key switch
        {
            "Digest" => KeyValuePair.Create("Digest", BodyDigest.WriteLegacy(other)),
            "Content-Digest" => KeyValuePair.Create("Content-Digest", BodyDigest.Write(other)),
            _ => header,
        });

        Assert.Equal("sig.digest", TownRequest.Problem(TownRequest.Changed(sent, body: other)));
        Assert.Equal("sig.digest", TownRequest.Problem(TownRequest.Changed(sent, body: [])));
        Assert.Equal("sig.mismatch", TownRequest.Problem(changed));
    }

    // S-08
    [Theory]
    [MemberData(nameof(Schemes))]
    public void Refuses_another_path_query_or_method(SignatureScheme scheme)
    {
        var sent = new TownRequest(scheme).Signed;

        Assert.Equal("sig.mismatch", TownRequest.Problem(TownRequest.Changed(sent, target: "/u/amina/inbox")));
        Assert.Equal("sig.mismatch", TownRequest.Problem(TownRequest.Changed(sent, target: "/u/bilal/inbox?")));
        Assert.Equal("sig.mismatch", TownRequest.Problem(TownRequest.Changed(sent, target: "/u/bilal/inbox?page=2")));
        Assert.Equal("sig.mismatch", TownRequest.Problem(TownRequest.Changed(sent, target: "/u/bilal/%69nbox")));
        Assert.Equal("sig.mismatch", TownRequest.Problem(TownRequest.Changed(sent, method: "PUT")));
    }

    // S-08
    [Fact]
    public void Refuses_a_query_that_is_not_covered()
    {
        var sent = Rfc9421(["\"@method\"", "\"@path\"", "\"@authority\"", "\"content-digest\""]);

        Assert.Null(TownRequest.Problem(sent));
        Assert.Equal("sig.uncovered:target", TownRequest.Problem(TownRequest.Changed(sent, target: "/u/bilal/inbox?as=amina")));
    }

    // S-09
    [Theory]
    [MemberData(nameof(Schemes))]
    public void Refuses_another_host(SignatureScheme scheme) => Assert.Equal("sig.mismatch", TownRequest.Problem(TownRequest.Changed(
        new TownRequest(scheme).Signed, header: header => header.Key == "Host" ? KeyValuePair.Create("Host", "e.test") : header)));

    // S-09
    [Fact]
    public void Refuses_what_names_no_host_method_target_or_date()
    {
        Assert.Equal("sig.uncovered:host", TownRequest.Problem(Cavage(["(request-target)", "date", "digest"])));
        Assert.Equal("sig.uncovered:method", TownRequest.Problem(Cavage(["host", "date", "digest"])));
        Assert.Equal("sig.uncovered:date", TownRequest.Problem(Cavage(["(request-target)", "host", "digest"])));
        Assert.Equal("sig.uncovered:host", TownRequest.Problem(Rfc9421(["\"@method\"", "\"@path\"", "\"@query\"", "\"content-digest\""])));
        Assert.Equal("sig.uncovered:method", TownRequest.Problem(Rfc9421(["\"@target-uri\"", "\"content-digest\""])));
        Assert.Equal("sig.uncovered:target", TownRequest.Problem(Rfc9421(["\"@method\"", "\"@authority\"", "\"content-digest\""])));
    }

    [Fact]
    public void Honours_whatever_else_is_covered()
    {
        Assert.Null(TownRequest.Problem(Cavage(["content-type", "digest", "date", "host", "(request-target)"])));
        Assert.Null(TownRequest.Problem(Cavage(["(request-target)", "(created)", "host", "digest"], TownRequest.Now)));
        Assert.Null(TownRequest.Problem(Rfc9421(["\"date\"", "\"host\"", "\"@method\"", "\"@request-target\"", "\"digest\"", "\"content-type\";bs"])));
    }

    // S-10
    [Theory]
    [MemberData(nameof(Schemes))]
    public void Refuses_what_is_older_or_newer_than_five_minutes(SignatureScheme scheme)
    {
        var request = new TownRequest(scheme);

        Assert.Null(TownRequest.Problem(request.SignedAt(TownRequest.Now.AddSeconds(-300))));
        Assert.Null(TownRequest.Problem(request.SignedAt(TownRequest.Now.AddSeconds(300))));
        Assert.Equal("sig.clock", TownRequest.Problem(request.SignedAt(TownRequest.Now.AddSeconds(-301))));
        var refused = Assert.IsType<SignatureReading.Refused>(HttpSignatures.Read(
            request.SignedAt(TownRequest.Now.AddSeconds(301)), SignaturePolicy.Default, TownRequest.Now));
        Assert.Equal((SignatureProblem.Clock, TimeSpan.FromSeconds(301)), (refused.Problem, refused.Skew));
    }

    // S-10: both times count where both are covered.
    [Fact]
    public void Refuses_an_old_date_beside_a_new_time_of_creation()
    {
        var dated = TownRequest.Unsigned.With(
            KeyValuePair.Create("Date", "Mon, 01 Mar 2027 08:00:00 GMT"), KeyValuePair.Create("Digest", BodyDigest.WriteLegacy(TownRequest.Body)));
        var signature = CavageSignature.Sign(
            dated, TownRequest.Secret, TownRequest.ChensKey, ["(request-target)", "host", "date", "(created)", "digest"], TownRequest.Now);

        Assert.Equal("sig.clock", TownRequest.Problem(dated.With(KeyValuePair.Create("Signature", signature))));
    }

    // S-10
    [Theory]
    [InlineData("yesterday")]
    [InlineData("2027-03-01T09:00:07Z")]
    [InlineData("Tue, 01 Mar 2027 09:00:07 GMT")]
    [InlineData("Mon, 01 Mar 2027 10:00:07 +0100")]
    public void Refuses_a_date_that_is_none(string date)
    {
        var sent = TownRequest.Changed(new TownRequest(SignatureScheme.Cavage).Signed, header: header =>
            header.Key == "Date" ? KeyValuePair.Create("Date", date) : header);

        Assert.Equal("sig.date", TownRequest.Problem(sent));
        Assert.Equal(400, SignatureProblem.Date.Status);
    }

    // S-10
    [Fact]
    public void Refuses_what_has_expired_or_hardly_ever_does()
    {
        Assert.Null(TownRequest.Problem(Expiring(TownRequest.Now.AddSeconds(1))));
        Assert.Null(TownRequest.Problem(Expiring(TownRequest.Now.AddHours(1))));
        Assert.Equal("sig.clock", TownRequest.Problem(Expiring(TownRequest.Now)));
        Assert.Equal("sig.clock", TownRequest.Problem(Expiring(TownRequest.Now.AddDays(2))));

        static HttpMessage Expiring(DateTimeOffset end) => TownRequest.Unsigned.With(Rfc9421Signature.Sign(
            TownRequest.Unsigned.With(Digest), TownRequest.Secret, TownRequest.ChensKey, Full, TownRequest.Now, end)).With(Digest);
    }

    private static KeyValuePair<string, string> Digest { get; } = KeyValuePair.Create("Content-Digest", BodyDigest.Write(TownRequest.Body));

    private static string[] Full { get; } = ["\"@method\"", "\"@target-uri\"", "\"content-digest\""];

    private static HttpMessage Dated => TownRequest.Unsigned.With(
        KeyValuePair.Create("Date", "Mon, 01 Mar 2027 09:00:07 GMT"),
        KeyValuePair.Create("Digest", BodyDigest.WriteLegacy(TownRequest.Body)),
        Digest);

    private static HttpMessage Cavage(string[] covered, DateTimeOffset? created = null) => Dated.With(KeyValuePair.Create(
        "Signature", CavageSignature.Sign(Dated, TownRequest.Secret, TownRequest.ChensKey, covered, created)));

    private static HttpMessage Rfc9421(string[] covered) => Dated.With(Rfc9421Signature.Sign(
        Dated, TownRequest.Secret, TownRequest.ChensKey, covered, TownRequest.Now));
}
