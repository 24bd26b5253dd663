using PostMoney.Core.Categories;
using PostMoney.Core.Foundation;
using Xunit;
using static PostMoney.Core.Tests.Categories.CategoryText;

namespace PostMoney.Core.Tests.Categories;

/// <summary>What a person is told about the fields of an item.</summary>
public sealed class CheckingAnItem
{
    [Theory]
    [InlineData("need.tool@v1", """{"constraints":{"weight":250}}""", "constraints.weight", "Weight must be at most 200 kg.")]
    [InlineData("need.tool@v1", """{"constraints":{"weight":0.25}}""", "constraints.weight", "Weight must be a multiple of 0.1.")]
    [InlineData("need.tool@v1", """{"constraints":{"loanDays":0}}""", "constraints.loanDays", "Loan time must be at least 1 day.")]
    [InlineData("need.tool@v1", """{"constraints":{"loanDays":1.5}}""", "constraints.loanDays", "Loan time must be a whole number, such as 3.")]
    [InlineData("need.tool@v1", """{"constraints":{"power":[]}}""", "constraints.power", "Power supply must have at least 1 choice.")]
    [InlineData("need.tool@v1", """{"constraints":{"power":["sun"]}}""", "constraints.power", "Power supply: choose By hand, Battery, Mains or Fuel.")]
    [InlineData("need.tool@v1", """{"constraints":{"power":["fuel","fuel"]}}""", "constraints.power", "Power supply has one choice twice.")]
    [InlineData("need.tool@v1", """{"constraints":{"kind":"hammer"}}""", "constraints.kind", "Kind of tool: choose one of the list.")]
    [InlineData("need.tool@v1", """{"constraints":{"careAgreement":"yes"}}""", "constraints.careAgreement", "Careful use and clean return must be yes or no.")]
    [InlineData("need.tool@v1", """{"constraints":{"colour":"red"}}""", "constraints.colour", "This category has no field \"constraints.colour\".")]
    [InlineData("need.room@v1", "{}", "constraints.capacity", "Capacity is needed.")]
    [InlineData("need.ride@v1", """{"constraints":{"fromArea":"a","toArea":"b","seats":2,"arriveBy":"soon"}}""", "constraints.arriveBy", "Arrival needed by must be a day and time, such as 2026-11-25T09:30:00Z.")]
    [InlineData("offer.room@v1", """{"details":{"capacity":9,"musicUntil":"25:00"}}""", "details.musicUntil", "End of loud music does not have the right form. Leave empty if there is no limit.")]
    [InlineData("offer.room@v1", """{"details":{"capacity":9,"area":""}}""", "details.area", "Neighbourhood must not be empty.")]
    [InlineData("offer.room@v1", """{"details":{"capacity":9},"payload":{"lockCode":4711}}""", "payload.lockCode", "Lock code must be text.")]
    [InlineData("offer.room@v1", """{"details":{"capacity":9},"payload":{"pin":"4711"}}""", "payload.pin", "This category has no field \"payload.pin\".")]
    [InlineData("offer.room@v1", """{"details":{"capacity":9},"extra":{}}""", "extra", "The part \"extra\" is not known here.")]
    [InlineData("offer.room@v1", """{"details":[]}""", "details", "The part \"details\" must be a group of fields.")]
    public void Each_refusal_names_its_field_in_a_sentence(string category, string sections, string field, string sentence)
    {
        var refusal = Assert.Single(Shipped(category).Check(Json(sections)));

        Assert.Equal((field, sentence, RefusalKind.Invalid), (refusal.Field, refusal.Message, refusal.Kind));
    }

    [Fact]
    public void Refusals_come_in_the_order_of_the_form()
    {
        var refusals = Shipped("need.ride@v1").Check(Json("""{"constraints":{"seats":99,"childSeats":0}}"""));

        Assert.Equal(
            ["constraints.fromArea", "constraints.toArea", "constraints.seats", "constraints.childSeats"],
            refusals.Select(r => r.Field));
    }

    [Fact]
    public void An_agreement_that_is_not_given_asks_to_tick_it()
    {
        var document = Changed(
            Need(""" "care": { "type": "boolean", "const": true, "title": "I bring it back" } """),
            c => c["properties"]!["constraints"]!["required"] = new System.Text.Json.Nodes.JsonArray("care"));
        var lamp = CategorySchema.Parse(Id("need.lamp@v1"), document).Value;

        Assert.Equal("Please tick “I bring it back” to go on.", Assert.Single(lamp.Check(Json("{}"))).Message);
        Assert.Equal("Please tick “I bring it back” to go on.", Assert.Single(lamp.Check(Json("""{"constraints":{"care":false}}"""))).Message);
        Assert.Empty(lamp.Check(Json("""{"constraints":{"care":true}}""")));
    }

    [Fact]
    public void A_time_that_the_clock_does_not_have_is_refused_even_without_a_pattern()
    {
        var lamp = ParseNeed(""" "from": { "type": "string", "title": "From", "x-widget": "time" } """).Value;

        Assert.Equal("From must be a time of day, such as 09:30.", Assert.Single(lamp.Check(Json("""{"constraints":{"from":"24:61"}}"""))).Message);
        Assert.Empty(lamp.Check(Json("""{"constraints":{"from":"23:59"}}""")));
    }

    [Fact]
    public void No_sentence_repeats_what_was_written()
    {
        var code = new string('x', 60);
        var refusals = Shipped("offer.room@v1").Check(Json($$"""
            {"details":{"capacity":9,"musicUntil":"CANARY-1","kind":"CANARY-2"},"payload":{"lockCode":"CANARY-3{{code}}" } }
            """));

        Assert.Equal(3, refusals.Count);
        Assert.DoesNotContain(refusals, r => r.Message.Contains("CANARY", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"constraints":{"fromArea":"\ud800"}}""")]
    [InlineData("""{"constraints":{"seats":1,"seats":2}}""")]
    [InlineData("""{"constraints":{"seats":1e999999999}}""")]
    public void Sections_that_no_reader_should_touch_are_refused(string sections) =>
        Assert.Equal("item.unreadable", Assert.Single(Shipped("need.ride@v1").Check(Json(sections))).Code);

    [Fact]
    public void The_payload_may_be_away_because_a_browser_has_sealed_it()
    {
        var ride = Shipped("need.ride@v1");
        var sections = Json("""{"constraints":{"fromArea":"a","toArea":"b","seats":2}}""");

        Assert.Empty(ride.Check(sections));
        Assert.Empty(ride.CheckParts(["pickupAddress"]));
        Assert.Equal("payload.pickupAddress", Assert.Single(ride.CheckParts([])).Field);
        Assert.Equal("payload.pin", Assert.Single(ride.CheckParts(["pickupAddress", "pin"])).Field);
    }
}
