using System.Text.Json;
using System.Text.RegularExpressions;
using PostMoney.Core.Categories;
using PostMoney.Core.Demo;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Demo;

/// <summary>What the people of the demo town write is invented, fits together, and knows no price.</summary>
public sealed partial class TheTextOfTheTown
{
    private readonly TownText _text = TownText.Load();

    private IEnumerable<ItemText> Items => [.. _text.Offers, .. _text.Needs, .. _text.LastDays];

    [Fact]
    public async Task Asks_for_offers_that_fit()
    {
        await using var town = await Town.FoundAsync();
        var schemas = new Dictionary<string, CategorySchema>(StringComparer.Ordinal);
        foreach (var category in await town.AskAsync((CategoryCatalog catalog) => catalog.AllAsync(default)))
        {
            schemas[category.Id.Value] = category.Schema;
        }

        var offers = _text.Offers.ToDictionary(offer => offer.Id, StringComparer.Ordinal);
        var unmet = _text.Needs.Concat<AskingText>(_text.LastDays).Where(need => need.Asks is not null)
            .SelectMany(need => Eligibility.Check(
                schemas[$"need.{need.Topic}@v1"], JsonSerializer.SerializeToElement(new { constraints = need.Constraints }),
                schemas[$"offer.{need.Topic}@v1"], SectionsOf(offers[need.Asks!]))
                .Select(condition => $"{need.Title}: {condition.Sentence}"));

        Assert.Empty(unmet);
    }

    [Fact]
    public void Names_nobody_who_can_be_rung_up()
    {
        var numbers = Items.SelectMany(item => item.Secrets.Values)
            .SelectMany(secret => Numbers().Matches(secret).Select(match => match.Value.Trim()))
            .ToList();

        Assert.InRange(numbers.Count, 80, 1000);
        Assert.All(numbers, number => Assert.Matches(Invented(), number));
    }

    [Fact]
    public void Has_no_sign_of_money()
    {
        var words = Items.SelectMany(item => new[] { item.Title, item.Summary }.Concat(item.Secrets.Values));

        Assert.DoesNotContain(words, word => word.AsSpan().ContainsAny("€£$¥"));
    }

    [Fact]
    public void Says_each_thing_once()
    {
        Assert.Empty(Items.GroupBy(item => item.Title, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key));
        Assert.Empty(Items.GroupBy(item => item.Summary, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    private static JsonElement SectionsOf(OfferText offer) => offer.Requirements.ValueKind == JsonValueKind.Object
        ? JsonSerializer.SerializeToElement(new { details = offer.Details, requirements = offer.Requirements })
        : JsonSerializer.SerializeToElement(new { details = offer.Details });

    [GeneratedRegex(@"\b0[0-9][0-9 ]{7,}")]
    private static partial Regex Numbers();

    // Ofcom, "Telephone numbers for use in TV and radio drama programmes".
    [GeneratedRegex(@"^(07700 900\d{3}|020 7946 0\d{3})$")]
    private static partial Regex Invented();
}
