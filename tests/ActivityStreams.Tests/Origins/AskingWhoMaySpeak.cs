using System.Text.Json;
using PostMoney.ActivityStreams.Cryptography;
using PostMoney.ActivityStreams.Http.Signatures;
using PostMoney.ActivityStreams.Identifiers;
using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Tests.Http.Signatures;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.Origins;

public sealed class AskingWhoMaySpeak
{
    private const string Chen = "https://p.test/u/chen";

    [Theory]
    [InlineData("https://p.test/", "https", "p.test", 443)]
    [InlineData("https://p.test:8443/u/chen?x=1#key", "https", "p.test", 8443)]
    [InlineData("https://xn--bcher-kva.test/", "https", "xn--bcher-kva.test", 443)]
    public void Knows_the_origin_of_an_id(string text, string scheme, string host, int port)
    {
        Assert.True(WebId.TryParse(text, out var id));
        Assert.Equal(new Origin(scheme, host, port), id.Origin);
    }

    [Theory]
    [InlineData("https://p.test")]
    [InlineData("HTTPS://p.test/")]
    [InlineData("http://p.test/")]
    [InlineData("https://P.test/")]
    [InlineData("https://p.test:443/")]
    [InlineData("https://p.test./")]
    [InlineData("https://chen@p.test/")]
    [InlineData("https://p.test/a/../b")]
    [InlineData("https://p.test/a/./b")]
    [InlineData("https://p.test/%2e%2E/b")]
    [InlineData("https://p.test/a b")]
    [InlineData("https://p.test\\a")]
    [InlineData("https://p.test/a\\b")]
    [InlineData("https://bücher.test/")]
    [InlineData("https://p.test/ü")]
    [InlineData("https://p_q.test/")]
    [InlineData("https://127.1/")]
    [InlineData("https:p.test/")]
    [InlineData("https:///p.test/")]
    [InlineData(" https://p.test/")]
    [InlineData("https://p.test/\n")]
    [InlineData("https://p.test:99999/")]
    [InlineData("acct:chen@p.test")]
    [InlineData("did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp")]
    [InlineData("")]
    [InlineData(null)]
    public void Takes_only_the_one_text_of_an_id(string? text) => Assert.False(WebId.TryParse(text, out _));

    [Fact]
    public void Takes_no_id_that_is_too_long()
    {
        Assert.True(WebId.TryParse("https://p.test/" + new string('a', WebId.MaximumLength - 15), out _));
        Assert.False(WebId.TryParse("https://p.test/" + new string('a', WebId.MaximumLength - 14), out _));
    }

    // O-07 and O-18
    [Theory]
    [InlineData("""{"id":"https://e.test/1","attributedTo":"https://p.test/u/chen"}""", "origin.other")]
    [InlineData("""{"id":"https://e.test/1","actor":"https://p.test/u/chen","object":"https://p.test/o"}""", "origin.other")]
    [InlineData("""{"id":"https://p.test:8443/1","attributedTo":"https://p.test/u/chen"}""", "origin.other")]
    [InlineData("""{"id":"https://a.p.test/1","attributedTo":"https://p.test/u/chen"}""", "origin.other")]
    [InlineData("""{"id":"https://p.test/1","actor":["https://p.test/u/chen","https://p.test/u/zoe"]}""", "origin.owner")]
    [InlineData("""{"id":"https://p.test/1","attributedTo":["https://p.test/u/chen"]}""", "origin.owner")]
    [InlineData("""{"id":"https://p.test/1"}""", "origin.owner")]
    [InlineData("""{"id":"https://p.test/1","actor":"https://p.test/u/../u/chen"}""", "origin.owner")]
    [InlineData("""{"id":"https://p.test/1","actor":{"name":"Chen"}}""", "origin.owner")]
    [InlineData("""{"id":["https://p.test/1"],"actor":"https://p.test/u/chen"}""", "origin.id")]
    [InlineData("""{"id":"http://p.test/1","actor":"https://p.test/u/chen"}""", "origin.id")]
    [InlineData("""{"id":null,"actor":"https://p.test/u/chen"}""", "origin.id")]
    [InlineData("""["https://p.test/1"]""", "origin.id")]
    public void Refuses_a_document_that_is_not_where_its_one_owner_is(string json, string expected) =>
        Assert.Equal(expected, Assert.IsType<DocumentOwner.Refused>(DocumentOwner.Of(JsonElement.Parse(json))).Problem.Code);

    // O-24: what holds a key is a key, even inside an actor's shape.
    [Theory]
    [InlineData("""{"id":"https://p.test/1","attributedTo":"https://p.test/u/chen"}""", Chen)]
    [InlineData("""{"id":"https://p.test/1","actor":{"id":"https://p.test/u/chen"},"attributedTo":"https://p.test/u/zoe"}""", Chen)]
    [InlineData("""{"id":"https://p.test/u/chen","inbox":"https://p.test/i","outbox":"https://p.test/o","actor":"https://p.test/u/zoe"}""", Chen)]
    [InlineData("""{"id":"https://p.test/k","publicKeyPem":"x","owner":"https://p.test/u/chen","actor":"https://p.test/u/zoe","inbox":"i","outbox":"o"}""", Chen)]
    [InlineData("""{"id":"https://p.test/k","publicKeyMultibase":"z","controller":"https://p.test/u/chen","owner":"https://p.test/u/zoe"}""", Chen)]
    public void Reads_the_owner_by_what_the_document_is(string json, string expected) =>
        Assert.Equal(expected, Assert.IsType<DocumentOwner.Owned>(DocumentOwner.Of(JsonElement.Parse(json))).Owner.Value);

    // O-03 and O-04
    [Theory]
    [InlineData("https://p.test/offers/9", "https://p.test/offers/9", true)]
    [InlineData("https://p.test/offers/9#part", "https://p.test/offers/9", true)]
    [InlineData("https://p.test/offers/9", "https://e.test/o/1", false)]
    [InlineData("https://p.test/offers/9", "https://p.test/offers/10", false)]
    [InlineData("https://p.test/go?u=https://e.test/o", "https://e.test/o", false)]
    public void Believes_only_what_the_id_s_own_address_sent(string id, string producedBy, bool expected) =>
        Assert.Equal(expected, WhoMaySpeak.IsFromItsOrigin(Id(id), new Uri(producedBy)));

    // S-01, S-02, O-08, O-09
    [Fact]
    public void Lets_nobody_else_change_or_send_even_from_the_same_host()
    {
        var activity = Owned("""{"id":"https://p.test/1","actor":"https://p.test/u/chen"}""");

        Assert.Null(WhoMaySpeak.CheckChange(Id(Chen), Id(Chen)));
        Assert.Equal(OriginProblem.NotOwner, WhoMaySpeak.CheckChange(Id("https://p.test/u/zoe"), Id(Chen)));
        Assert.Null(WhoMaySpeak.CheckSender(Id(Chen), activity));
        Assert.Equal(OriginProblem.NotOwner, WhoMaySpeak.CheckSender(Id("https://p.test/u/zoe"), activity));
        Assert.Equal(OriginProblem.NotOwner, WhoMaySpeak.CheckSender(Id("https://e.test/u/chen"), activity));
    }

    // O-06 and O-21
    [Theory]
    [InlineData("""{"type":"Note"}""", true)]
    [InlineData("""{"id":"https://p.test/2","attributedTo":"https://p.test/u/chen"}""", true)]
    [InlineData("""{"id":"https://p.test/1#part"}""", true)]
    [InlineData("""{"id":"https://p.test/2#part"}""", false)]
    [InlineData("""{"id":"https://p.test/2"}""", false)]
    [InlineData("""{"id":"https://p.test/2","attributedTo":"https://p.test/u/zoe"}""", false)]
    [InlineData("""{"id":"https://e.test/2","attributedTo":"https://e.test/u/zoe"}""", false)]
    [InlineData("""{"id":"https://e.test/2","attributedTo":"https://p.test/u/chen"}""", false)]
    [InlineData("\"https://p.test/2\"", false)]
    public void Believes_what_is_embedded_only_from_the_same_owner(string json, bool expected) => Assert.Equal(
        expected,
        WhoMaySpeak.MayBelieveEmbedded(Owned("""{"id":"https://p.test/1","actor":"https://p.test/u/chen"}"""), JsonElement.Parse(json)));

    [Fact]
    public void Finds_both_kinds_of_key_that_an_actor_names()
    {
        var rsa = ((VerificationKey.Rsa)TownRequest.Public).Key;
        var ed25519 = ((VerificationKey.Ed25519)TownRequest.Ed25519Public).Key;
        var actor = Actor(Key(Chen, rsa.ToPem()), Method(Chen, Multikey.Of(ed25519)));

        Assert.Equal(rsa, Assert.IsType<VerificationKey.Rsa>(Named(actor, Chen + "#main-key")).Key);
        Assert.Equal(ed25519, Assert.IsType<VerificationKey.Ed25519>(Named(actor, Chen + "#ed25519")).Key);
    }

    // S-03 and S-13
    [Fact]
    public void Refuses_a_key_that_its_owner_does_not_name()
    {
        var pem = ((VerificationKey.Rsa)TownRequest.Public).Key.ToPem();

        Assert.Equal("origin.key_not_named", Refused(Actor(Key(Chen, pem)), Chen + "#other-key").Problem.Code);
        Assert.Equal("origin.key_not_named", Refused(Actor(Key("https://p.test/u/zoe", pem)), Chen + "#main-key").Problem.Code);
        Assert.Equal("origin.key_not_named", Refused(Actor("\"https://p.test/u/chen#main-key\""), Chen + "#main-key").Problem.Code);
        Assert.Equal("origin.other", Refused(Actor(Key(Chen, pem)), "https://e.test/k1").Problem.Code);
        Assert.Equal("origin.owner", Refused(JsonElement.Parse("""{"id":"https://e.test/k1","owner":"https://p.test/u/chen","publicKeyPem":"x"}"""), "https://e.test/k1").Problem.Code);
        Assert.Equal(RsaKeyProblem.NotPem, Refused(Actor(Key(Chen, "x")), Chen + "#main-key").RsaProblem);
        Assert.Equal(KeyKind.P256, Refused(Actor("[]", Method(Chen, "zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv")), Chen + "#ed25519").Kind);
    }

    private static JsonElement Actor(string publicKey, string assertionMethod = "null") => JsonElement.Parse(
        $$"""{"id":"{{Chen}}","inbox":"{{Chen}}/inbox","outbox":"{{Chen}}/outbox","publicKey":{{publicKey}},"assertionMethod":[{{assertionMethod}}]}""");

    private static string Key(string owner, string pem) =>
        $$"""{"id":"{{Chen}}#main-key","owner":"{{owner}}","publicKeyPem":{{JsonSerializer.Serialize(pem)}}}""";

    private static string Method(string controller, string multikey) =>
        $$"""{"id":"{{Chen}}#ed25519","type":"Multikey","controller":"{{controller}}","publicKeyMultibase":"{{multikey}}"}""";

    private static VerificationKey Named(JsonElement actor, string keyId) => Assert.IsType<ActorKey.Named>(ActorKey.Find(actor, keyId)).Key;

    private static ActorKey.Refused Refused(JsonElement actor, string keyId) => Assert.IsType<ActorKey.Refused>(ActorKey.Find(actor, keyId));

    private static WebId Id(string text) => WebId.TryParse(text, out var id) ? id : throw new ArgumentException(text);

    private static DocumentOwner.Owned Owned(string json) => Assert.IsType<DocumentOwner.Owned>(DocumentOwner.Of(JsonElement.Parse(json)));
}
