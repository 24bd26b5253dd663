using System.Text;
using PostMoney.ActivityStreams.Json;
using PostMoney.ActivityStreams.Vocabulary;
using PostMoney.ActivityStreams.Vocabulary.ValueFlows;
using Xunit;
using TestData = PostMoney.Fixtures.TestData;

namespace PostMoney.ActivityStreams.Tests.Vocabulary;

public sealed class ReadingAProposal
{
    /// <summary>In the shape in which Mitra sends a proposal, written for this test: its unit is a word of ValueFlows.</summary>
    private const string OfMitra = """
        {"@context":["https://www.w3.org/ns/activitystreams","https://w3id.org/security/v1","https://w3id.org/security/data-integrity/v2",
        {"vf":"https://w3id.org/valueflows/ont/vf#","Proposal":"vf:Proposal","Intent":"vf:Intent","purpose":"vf:purpose","publishes":"vf:publishes",
        "reciprocal":"vf:reciprocal","unitBased":"vf:unitBased","action":"vf:action","resourceConformsTo":"vf:resourceConformsTo",
        "resourceQuantity":"vf:resourceQuantity","minimumQuantity":"vf:minimumQuantity","hasUnit":"vf:hasUnit","hasNumericalValue":"vf:hasNumericalValue"}],
        "type":"Proposal","id":"https://m.test/users/bilal/proposals/1","purpose":"offer","attributedTo":"https://m.test/users/bilal","name":"Posts for subscribers",
        "publishes":{"type":"Intent","id":"https://m.test/users/bilal/proposals/1#primary","action":"deliverService","resourceConformsTo":"https://www.wikidata.org/wiki/Q579716",
        "resourceQuantity":{"hasUnit":"second","hasNumericalValue":"1"},"minimumQuantity":{"hasUnit":"second","hasNumericalValue":"50000"}},
        "reciprocal":{"type":"Intent","id":"https://m.test/users/bilal/proposals/1#reciprocal","action":"transfer","resourceQuantity":{"hasUnit":"one","hasNumericalValue":"20000"}},
        "unitBased":true,"to":"https://www.w3.org/ns/activitystreams#Public"}
        """;

    [Fact]
    public void Understands_the_bike_of_FEP_0837()
    {
        var proposal = Example(2).As<Proposal>();

        Assert.Equal((Proposal.Offer, false, "Offering used bike"), (proposal.Purpose, proposal.UnitBased, proposal.Name));
        Assert.Equal((25.0, -71.0), (proposal.Location?.Latitude, proposal.Location?.Longitude));
        var intent = Assert.Single(proposal.Publishes);
        Assert.Equal(("transfer", "https://www.wikidata.org/wiki/Q11442"), (intent.Action, intent.ResourceConformsTo));
        Assert.Equal([1m, 1m, 1m], new[] { intent.ResourceQuantity, intent.AvailableQuantity, intent.MinimumQuantity }.Select(one => one?.HasNumericalValue));
        Assert.Equal("one", intent.ResourceQuantity?.HasUnit);
        Assert.Equal(30m, Assert.Single(proposal.Reciprocal).ResourceQuantity?.HasNumericalValue);
        Assert.EndsWith("#primary", intent.Id?.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Understands_the_least_proposal_of_FEP_0837()
    {
        var proposal = Example(1).As<Proposal>();

        Assert.Equal((Proposal.Offer, null, 0), (proposal.Purpose, proposal.UnitBased, proposal.Reciprocal.Count));
        Assert.Equal(1m, Assert.Single(proposal.Publishes).ResourceQuantity?.HasNumericalValue);
        var link = Example(3).As<Actor>().Attachment.Single().As<Link>();
        Assert.True(link.IsObjectLink);
        Assert.Equal(proposal.Id?.Value, link.Href);
    }

    [Fact]
    public void Follows_an_agreement_from_the_offer_to_the_receipt()
    {
        var offer = Example(4).As<Activity>();
        var asked = offer.Object!.As<Agreement>();
        Assert.Null(asked.Id);
        Assert.Equal(Example(2).As<Proposal>().Publishes[0].Id, Assert.Single(asked.Stipulates).Satisfies?.Id);
        Assert.Equal(30m, Assert.Single(asked.StipulatesReciprocal).ResourceQuantity?.HasNumericalValue);

        var accept = Example(5).As<Activity>();
        Assert.Equal(offer.Id, accept.Object?.Id);
        var agreed = accept.Result!.As<Agreement>();
        Assert.Equal("https://market.example/agreements/edc374aa-e580-4a58-9404-f3e8bf8556b2", agreed.Id?.Value);
        Assert.Equal("payment", agreed.Url.Single().Rel.Single());

        Assert.Equal(offer.Id, Example(6).As<Activity>().Object?.Id);
        Assert.Equal("Not available", Example(6).Content);
        Assert.Equal(agreed.Id, Example(7).As<Activity>().Object?.Context?.Id);
    }

    [Fact]
    public void Understands_a_proposal_of_Mitra_as_it_is()
    {
        var document = Views.Read(OfMitra);
        Assert.True(PlainTerms.ArePlain(document.ToJson()));

        var intent = Assert.Single(document.As<Proposal>().Publishes);
        Assert.Equal(("deliverService", "second", 50_000m), (intent.Action, intent.MinimumQuantity?.HasUnit, intent.MinimumQuantity?.HasNumericalValue));
    }

    [Theory]
    [InlineData("\"1\"", "1")]
    [InlineData("1", "1")]
    [InlineData("\"-0.250\"", "-0.250")]
    [InlineData("\"1e3\"", null)]
    [InlineData("\" 1\"", null)]
    [InlineData("\"1,5\"", null)]
    [InlineData("\"many\"", null)]
    [InlineData("\"99999999999999999999999999999999\"", null)]
    [InlineData("true", null)]
    public void Measures_with_decimal_numbers_alone(string json, string? expected) => Assert.Equal(
        expected, Views.Read<Measure>($$"""{"hasUnit":"one","hasNumericalValue":{{json}}}""").HasNumericalValue?.ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Knows_no_purpose_but_the_two() => Assert.Null(Views.Read<Proposal>("""{"purpose":"sale"}""").Purpose);

    private static ActivityObject Example(int number)
    {
        var bytes = File.ReadAllBytes(Path.Combine(TestData.Find("examples"), "fep", $"fep-0837-0{number}.json"));
        Assert.True(StrictJson.TryParse(bytes, out var root, out _), Encoding.UTF8.GetString(bytes));
        Assert.True(PlainTerms.TryApply(root, out var plain, out _));
        Assert.True(ActivityObject.TryRead(plain, out var document));
        return document;
    }
}
