using System.Text.Json;
using PostMoney.ActivityStreams.JsonLd;
using PostMoney.ActivityStreams.Tests.JsonLd;
using PostMoney.ActivityStreams.Vocabulary;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.Vocabulary;

/// <summary>Our records as FEDERATION.md describes them, under the context that is built in for them.</summary>
public sealed class ReadingOurRecords
{
    private const string Ours = "https://w3id.org/postmoney/ns#";

    private const string Start = """
        "@context":["https://www.w3.org/ns/activitystreams","https://w3id.org/security/data-integrity/v2","https://w3id.org/postmoney/ns/v1"],
        "id":"urn:uuid:019ab000-0000-7000-8000-000000000001","attributedTo":"did:key:z6MkAmina","authority":"did:key:z6MkNode",
        "proof":{"type":"DataIntegrityProof","cryptosuite":"eddsa-jcs-2022","created":"2026-11-25T09:00:00Z",
         "verificationMethod":"did:key:z6MkAmina#z6MkAmina","proofPurpose":"assertionMethod","proofValue":"z3s"},
        """;

    private const string Item = """
        "version":2,"title":"A ladder","summary":"For two days","window":{"from":"2026-12-01T00:00:00Z","to":"2026-12-03T00:00:00Z"},
        "visibility":"direct","group":"did:key:z6MkGroup","to":["did:key:z6MkBilal","did:key:z6MkEwa"],"discoverable":true,"published":"2026-11-25T09:00:00Z",
        "payload":{"keyId":"k-1-2","parts":[{"name":"where","digest":"AAA"},{"name":"how","digest":"BBB"}]},
        """;

    public static TheoryData<string, string> Records => new()
    {
        { "Need", Item + """ "type":"Need","category":"need.tool@v1","constraints":{"height":2.5,"to":["any",null]},"priority":"urgent","offer":"urn:uuid:019ab000-0000-7000-8000-000000000002" """ },
        { "Offer", Item + """ "type":"Offer","category":"offer.tool@v1","details":{"height":3},"requirements":{"careAgreement":true},"units":3 """ },
        { "Assignment", """
            "type":"Assignment","category":"assignment@v1","need":"urn:uuid:019ab000-0000-7000-8000-000000000002","offer":"urn:uuid:019ab000-0000-7000-8000-000000000003",
            "assignee":"did:key:z6MkBilal","resourceRef":{"itemId":"urn:uuid:019ab000-0000-7000-8000-000000000003","version":2,"unit":1},
            "window":{"from":"2026-12-01T00:00:00Z","to":"2026-12-03T00:00:00Z"},"conditions":{"careAgreement":true},"status":"active",
            "issued":"2026-11-25T09:00:00Z","round":"urn:uuid:019ab000-0000-7000-8000-000000000004"
            """ },
        { "KeyGrant", """
            "type":"KeyGrant","item":"urn:uuid:019ab000-0000-7000-8000-000000000002","version":2,"keyId":"k-1-2","holder":"did:key:z6MkBilal",
            "notBefore":"2026-12-01T00:00:00Z","expires":"2026-12-01T00:10:00Z","keyCommitment":"AAA"
            """ },
        { "Outcome", """
            "type":"Outcome","category":"outcome@v1","assignmentId":"urn:uuid:019ab000-0000-7000-8000-000000000002","result":"completed","notes":"Clean",
            "condition":"as new","maintenance":{"needed":false},"published":"2026-11-25T09:00:00Z"
            """ },
        { "Round", """ "type":"Round","transcriptHash":"00ff","drawn":"2026-11-25T09:00:00Z" """ },
    };

    [Theory]
    [MemberData(nameof(Records))]
    public void Come_back_as_they_were_when_they_are_expanded_and_compacted(string type, string members)
    {
        var record = Views.Read($"{{{Start}{members}}}").ToJson();

        // Nothing is dropped, and no word is left without a meaning.
        var options = JsonLdOptions.Default with { RefuseLoss = true };
        Assert.True(JsonLdProcessor.TryExpand(record, options, out var expanded, out var problem), problem?.Code);
        Assert.DoesNotContain("\"_:", expanded.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(Ours + type, expanded[0].GetProperty("@type")[0].GetString());

        Assert.True(JsonLdProcessor.TryCompact(expanded, record.GetProperty("@context"), options, out var compacted, out problem), problem?.Code);
        Assert.True(SameDocument.Is(record, compacted), compacted.GetRawText());
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void Are_read_in_plain_names(string type, string members)
    {
        var record = Views.Read($"{{{Start}{members}}}");

        Assert.True(PlainTerms.ArePlain(record.ToJson()));
        Assert.True(record.Is(type));
        Assert.Equal("did:key:z6MkAmina", record.AttributedTo.Single().Text("id"));
    }

    [Fact]
    public void Are_not_taken_for_the_activities_of_the_same_name()
    {
        var offer = Expand($"{{{Start}{Item}\"type\":\"Offer\",\"units\":3}}");
        var activity = Expand("""{"@context":"https://www.w3.org/ns/activitystreams","type":"Offer","units":"m"}""");

        Assert.Equal(3, offer.GetProperty(Ours + "units")[0].GetProperty("@value").GetInt32());
        Assert.Equal("https://www.w3.org/ns/activitystreams#Offer", activity.GetProperty("@type")[0].GetString());
        var audience = offer.GetProperty("https://www.w3.org/ns/activitystreams#to");
        Assert.Equal(2, audience.GetArrayLength());
        Assert.Equal("2026-12-03T00:00:00Z", offer.GetProperty(Ours + "window")[0].GetProperty(Ours + "to")[0].GetProperty("@value").GetString());
    }

    private static JsonElement Expand(string json)
    {
        Assert.True(JsonLdProcessor.TryExpand(Views.Read(json).ToJson(), JsonLdOptions.Default, out var expanded, out var problem), problem?.Code);
        return expanded[0];
    }
}
