using PostMoney.Core.Categories;
using Xunit;
using static PostMoney.Core.Tests.Categories.CategoryText;

namespace PostMoney.Core.Tests.Categories;

/// <summary>Whether what Bilal offers answers what Asha needs, and the other way round.</summary>
public sealed class WhetherTheyFit
{
    [Fact]
    public void An_offer_that_has_all_that_is_asked_fits() => Fits(
        "device",
        """{"deviceKind":"laptop","battery":3,"weight":2,"os":["linux","windows"],"accessories":["charger"],"toKeep":true,"purpose":"school"}""",
        """{"deviceKind":"laptop","battery":3.0,"weight":1.8,"os":"linux","accessories":["case","charger"],"toKeep":true}""",
        """{"purpose":["school","study"]}""");

    [Fact]
    public void Asking_nothing_fits_everything() => Fits("tool", "{}", """{"kind":"drill","condition":"good"}""");

    [Theory]
    [InlineData("""{"battery":3}""", """{"battery":2}""", "Needs battery life of at least 3 hours; this one has 2 hours.")]
    [InlineData("""{"battery":3}""", """{"battery":1}""", "Needs battery life of at least 3 hours; this one has 1 hour.")]
    [InlineData("""{"battery":3}""", "{}", "Needs battery life of at least 3 hours; this one does not say.")]
    [InlineData("""{"weight":1.5}""", """{"weight":1.6}""", "Needs weight of at most 1.5 kg; this one has 1.6 kg.")]
    [InlineData("""{"deviceKind":"laptop"}""", """{"deviceKind":"tablet"}""", "Needs kind of device: Laptop; this one has Tablet.")]
    [InlineData("""{"os":["linux","macos"]}""", """{"os":"windows"}""", "Needs operating system: Linux or macOS; this one has Windows.")]
    [InlineData("""{"os":["linux"]}""", "{}", "Needs operating system: Linux; this one does not say.")]
    [InlineData("""{"accessories":["case","charger","mouse"]}""", """{"accessories":["mouse"]}""", "Needs accessories: Case, Charger and Mouse; this one lacks Case and Charger.")]
    [InlineData("""{"toKeep":true}""", """{"toKeep":false}""", "Needs a device to keep; this one does not offer it.")]
    [InlineData("""{"toKeep":true}""", "{}", "Needs a device to keep; this one does not offer it.")]
    public void A_need_that_is_not_met_is_said_in_words(string constraints, string details, string sentence)
    {
        var unmet = Assert.Single(Check("device", constraints, details));

        Assert.Equal(sentence, unmet.Sentence);
        Assert.StartsWith("constraints.", unmet.Field, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", """{"careAgreement":true}""", "Asks for careful use and clean return; this need does not declare it.")]
    [InlineData("""{"careAgreement":false}""", """{"careAgreement":true}""", "Asks for careful use and clean return; this need does not declare it.")]
    [InlineData("""{"experience":"none"}""", """{"experience":"some"}""", "Asks for experience with such a tool: at least Some; this need says None yet.")]
    [InlineData("{}", """{"experience":"some"}""", "Asks for experience with such a tool: at least Some; this need does not say.")]
    [InlineData("""{"purpose":"trade"}""", """{"purpose":["home","community"]}""", "Asks for purpose: Repair at home or Community project; this need says Working in a trade.")]
    public void A_requirement_that_is_not_met_is_said_in_words(string constraints, string requirements, string sentence)
    {
        var unmet = Assert.Single(Check("tool", constraints, "{}", requirements));

        Assert.Equal(sentence, unmet.Sentence);
        Assert.StartsWith("requirements.", unmet.Field, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"careAgreement":true}""", """{"careAgreement":true}""")]
    [InlineData("{}", """{"careAgreement":false}""")]
    [InlineData("""{"experience":"practised"}""", """{"experience":"some"}""")]
    [InlineData("""{"purpose":"home"}""", """{"purpose":["home","community"]}""")]
    public void A_requirement_that_is_met_says_nothing(string constraints, string requirements) =>
        Fits("tool", constraints, "{}", requirements);

    [Fact]
    public void One_choice_is_looked_for_among_many() =>
        Fits("care", """{"careKind":"childcare","places":2}""", """{"careKind":["meals","childcare"],"places":3}""");

    [Fact]
    public void Everything_that_is_not_met_is_told_the_needs_conditions_first()
    {
        var unmet = Check("ride", """{"seats":3,"wheelchair":true}""", """{"seats":2}""", """{"reachable":true}""");

        Assert.Equal(["constraints.seats", "constraints.wheelchair", "requirements.reachable"], unmet.Select(u => u.Field));
        Assert.Equal("Needs seats: at least 3; this one has 2.", unmet[0].Sentence);
    }

    [Fact]
    public void A_need_for_a_ride_is_not_answered_by_a_tool()
    {
        var unmet = Eligibility.Check(Shipped("need.ride@v1"), Json("{}"), Shipped("offer.tool@v1"), Json("{}"));

        Assert.Equal("“Rides” and “Tools” do not go together.", Assert.Single(unmet).Sentence);
    }

    [Fact]
    public void Two_needs_do_not_answer_each_other() =>
        Assert.Single(Eligibility.Check(Shipped("need.ride@v1"), Json("{}"), Shipped("need.ride@v1"), Json("{}")));

    [Fact]
    public void Private_parts_change_nothing() => Assert.Equal(
        Check("tool", """{"weight":1}""", "{}"),
        Eligibility.Check(
            Shipped("need.tool@v1"), Json("""{"constraints":{"weight":1},"payload":{"weight":"1","contactNote":"CANARY"}}"""),
            Shipped("offer.tool@v1"), Json("""{"details":{},"payload":{"weight":1,"lockCode":"CANARY"}}""")));

    [Theory]
    [InlineData("""{"battery":"3"}""", """{"battery":9}""")]
    [InlineData("""{"battery":3}""", """{"battery":[9]}""")]
    [InlineData("""{"battery":3}""", """{"battery":"9"}""")]
    [InlineData("""{"toKeep":true}""", """{"toKeep":"true"}""")]
    [InlineData("""{"os":["linux"]}""", """{"os":[]}""")]
    [InlineData("""{"os":["linux"]}""", """{"os":{"linux":true}}""")]
    [InlineData("""{"deviceKind":{}}""", """{"deviceKind":{}}""")]
    public void What_was_never_checked_meets_nothing(string constraints, string details) =>
        Assert.Single(Check("device", constraints, details));

    [Theory]
    [InlineData("""{"battery":"\ud800"}""", "{}")]
    [InlineData("{}", """{"battery":1e999999999}""")]
    public void What_cannot_be_read_fits_nothing(string constraints, string details) =>
        Assert.Equal("One of the two cannot be read.", Assert.Single(Check("device", constraints, details)).Sentence);

    [Theory]
    [InlineData("[]", "{}")]
    [InlineData("""{"constraints":3}""", """{"details":null}""")]
    public void Sections_of_a_wrong_shape_ask_and_give_nothing(string need, string offer) =>
        Assert.Empty(Eligibility.Check(Shipped("need.tool@v1"), Json(need), Shipped("offer.tool@v1"), Json(offer)));

    private static void Fits(string topic, string constraints, string details, string requirements = "{}") =>
        Assert.Empty(Check(topic, constraints, details, requirements));

    private static IReadOnlyList<UnmetCondition> Check(string topic, string constraints, string details, string requirements = "{}") =>
        Eligibility.Check(
            Shipped($"need.{topic}@v1"),
            Json($$"""{"constraints":{{constraints}} }"""),
            Shipped($"offer.{topic}@v1"),
            Json($$"""{"details":{{details}},"requirements":{{requirements}} }"""));
}
