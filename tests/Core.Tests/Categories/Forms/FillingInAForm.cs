using System.Text.Json;
using PostMoney.Core.Categories.Forms;
using Xunit;
using static PostMoney.Core.Tests.Categories.CategoryText;

namespace PostMoney.Core.Tests.Categories.Forms;

/// <summary>From what a browser posts, without any script, to the sections of a record.</summary>
public sealed class FillingInAForm
{
    private static readonly TimeZoneInfo _berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Fact]
    public void Shows_sections_and_fields_as_the_category_says()
    {
        var form = CategoryForm.For(Shipped("need.device@v1"));

        Assert.Equal(["constraints", "payload"], form.Sections.Select(s => s.Name));
        var battery = form.Find("constraints.battery")!;
        Assert.Equal(
            ("Battery life, at least", "hours", InputKind.Number, "0.5", "72", "0.5", false),
            (battery.Label, battery.Unit, battery.Kind, battery.Min, battery.Max, battery.Step, battery.IsRequired));
        Assert.Equal(InputKind.Checkboxes, form.Find("constraints.os")!.Kind);
        Assert.Equal(("linux", "Linux"), (form.Find("constraints.os")!.Options[0].Value, form.Find("constraints.os")!.Options[0].Label));
        Assert.Equal((InputKind.Select, true), (form.Find("constraints.deviceKind")!.Kind, form.Find("constraints.deviceKind")!.IsRequired));
        Assert.Equal("1", form.Find("constraints.memory")!.Step);
        Assert.Null(form.Find("constraints.nothing"));
    }

    [Theory]
    [InlineData("offer.room@v1", "details.musicUntil", InputKind.Time)]
    [InlineData("offer.room@v1", "details.houseRules", InputKind.Multiline)]
    [InlineData("offer.room@v1", "details.area", InputKind.Text)]
    [InlineData("offer.room@v1", "details.capacity", InputKind.WholeNumber)]
    [InlineData("offer.room@v1", "requirements.careAgreement", InputKind.Checkbox)]
    [InlineData("need.ride@v1", "constraints.arriveBy", InputKind.DateTime)]
    public void Asks_for_each_kind_in_its_way(string category, string field, InputKind kind) =>
        Assert.Equal(kind, CategoryForm.For(Shipped(category)).Find(field)!.Kind);

    [Fact]
    public void Marks_private_fields_and_names_their_parts()
    {
        var code = CategoryForm.For(Shipped("offer.tool@v1")).Find("payload.lockCode")!;

        Assert.Equal((true, "lockCode", 60), (code.IsPrivate, code.Part, code.MaxLength));
        Assert.All(CategoryForm.For(Shipped("offer.tool@v1")).Sections.SelectMany(s => s.Fields), f =>
            Assert.Equal(f.Name.StartsWith("payload.", StringComparison.Ordinal), f.IsPrivate));
    }

    [Fact]
    public void Reads_what_was_posted()
    {
        var reading = Read(
            "need.device@v1",
            ("constraints.deviceKind", "laptop"),
            ("constraints.os", "windows"),
            ("constraints.os", "linux"),
            ("constraints.battery", " 2.50 "),
            ("constraints.memory", ""),
            ("constraints.toKeep", "true"),
            ("Title", "A laptop for school"),
            ("__RequestVerificationToken", "x"));

        Assert.Equal([], reading.Refusals);
        Same("""{"constraints":{"deviceKind":"laptop","os":["linux","windows"],"battery":2.5,"toKeep":true}}""", reading.Sections);
    }

    [Fact]
    public void Leaves_an_empty_section_out() => Same("{}", Read("need.tool@v1", ("constraints.purpose", " ")).Sections);

    [Theory]
    [InlineData("constraints.battery", "2,5", "Battery life: please write the number with a point, such as 2.5, and without commas.")]
    [InlineData("constraints.battery", "1,000,000", "Battery life must be a number, such as 2.5.")]
    [InlineData("constraints.battery", "long", "Battery life must be a number, such as 2.5.")]
    [InlineData("constraints.battery", "1e1", "Battery life must be a number, such as 2.5.")]
    [InlineData("constraints.battery", "NaN", "Battery life must be a number, such as 2.5.")]
    [InlineData("constraints.battery", "٣", "Battery life must be a number, such as 2.5.")]
    [InlineData("constraints.battery", "99999999999999999999999999999999999999", "Battery life must be a number, such as 2.5.")]
    [InlineData("constraints.battery", "73", "Battery life must be at most 72 hours.")]
    [InlineData("constraints.memory", "1.5", "Memory must be a whole number, such as 3.")]
    [InlineData("constraints.os", "beos", "Operating system: choose Linux, Windows, macOS, ChromeOS, Android or iOS or iPadOS.")]
    [InlineData("constraints.purpose", "profit", "Purpose: choose School, Study, Looking for work, Work, Health, Staying in contact or Community project.")]
    [InlineData("payload.contactNote", "a\0b", "Contact note has characters that cannot be shown.")]
    public void Says_what_is_wrong_beside_the_field(string field, string value, string sentence)
    {
        var reading = Read("need.device@v1", ("constraints.deviceKind", "laptop"), (field, value));

        var refusal = Assert.Single(reading.Refusals);
        Assert.Equal((field, sentence), (refusal.Field, refusal.Message));
    }

    [Fact]
    public void Refuses_half_a_character() => Assert.Equal(
        "Contact note has characters that cannot be shown.",
        Assert.Single(Read("need.device@v1", ("constraints.deviceKind", "laptop"), ("payload.contactNote", "a\ud800")).Refusals).Message);

    [Fact]
    public void Tells_of_a_field_once_though_it_is_unreadable_and_needed()
    {
        var reading = Read("need.room@v1", ("constraints.capacity", "many"));

        Assert.Equal("Capacity must be a whole number, such as 3.", Assert.Single(reading.Refusals).Message);
    }

    [Fact]
    public void Shows_wrong_values_again_but_never_private_ones()
    {
        var reading = Read("offer.tool@v1", ("details.weight", "heavy"), ("payload.lockCode", "CANARY-4711"));

        Assert.Equal("heavy", reading.Values.Of("details.weight"));
        Assert.Equal("", reading.Values.Of("payload.lockCode"));
        Assert.DoesNotContain(reading.Values.Pairs(), p => p.Value.Contains("CANARY", StringComparison.Ordinal));
        Assert.DoesNotContain(reading.Refusals, r => r.Message.Contains("CANARY", StringComparison.Ordinal));
    }

    [Fact]
    public void Keeps_private_parts_apart_from_the_record()
    {
        var reading = Read(
            "offer.tool@v1",
            ("details.kind", "drill"),
            ("details.condition", "good"),
            ("payload.lockCode", "CANARY-4711"),
            ("payload.accessInstructions", "Ring.\r\nThen knock."));

        Assert.True(reading.IsAccepted);
        Same("""{"details":{"kind":"drill","condition":"good"}}""", reading.Sections);
        Assert.Equal("CANARY-4711", reading.Parts["lockCode"]);
        Assert.Equal("Ring.\nThen knock.", reading.Parts["accessInstructions"]);
    }

    [Fact]
    public void Takes_the_browsers_word_for_parts_that_it_seals()
    {
        var place = new[] { ("constraints.fromArea", "Mitte"), ("constraints.toArea", "Nord"), ("constraints.seats", "1") };

        Assert.Equal("payload.pickupAddress", Assert.Single(Read("need.ride@v1", place).Refusals).Field);
        var reading = Read("need.ride@v1", [.. place, ("sealed", "pickupAddress"), ("sealed", "contactNote")]);
        Assert.Equal([], reading.Refusals);
        Assert.Equal(["pickupAddress", "contactNote"], reading.SealedParts);
        Assert.Equal("payload.pin", Assert.Single(Read("need.ride@v1", [.. place, ("sealed", "pickupAddress"), ("sealed", "pin")]).Refusals).Field);
    }

    [Fact]
    public void Checks_private_text_that_is_posted()
    {
        var reading = Read("offer.tool@v1", ("details.kind", "saw"), ("details.condition", "new"), ("payload.lockCode", new string('1', 61)));

        Assert.Equal("Lock code must be at most 60 characters long.", Assert.Single(reading.Refusals).Message);
    }

    [Theory]
    [InlineData("2027-03-01T09:30", "2027-03-01T08:30:00Z")]
    [InlineData("2027-07-01T09:30:15", "2027-07-01T07:30:15Z")]
    [InlineData("2027-07-01T09:30:00+05:30", "2027-07-01T04:00:00Z")]
    public void Stores_moments_in_UTC(string posted, string stored)
    {
        var reading = Ride(posted);

        Assert.Equal([], reading.Refusals);
        Assert.Equal(stored, reading.Sections.GetProperty("constraints").GetProperty("arriveBy").GetString());
    }

    [Fact]
    public void Knows_the_night_on_which_an_hour_is_skipped() => Assert.Equal(
        "Arrival needed by: this hour does not exist, the clocks go forward that night.",
        Assert.Single(Ride("2027-03-28T02:30").Refusals).Message);

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("2027-02-30T09:30")]
    [InlineData("2027-03-01")]
    public void Refuses_what_is_no_moment(string posted) => Assert.Equal("constraints.arriveBy", Assert.Single(Ride(posted).Refusals).Field);

    [Theory]
    [InlineData("9:30")]
    [InlineData("24:00")]
    public void Refuses_what_is_no_time_of_day(string posted) =>
        Assert.Equal("details.opensAt", Assert.Single(Read("offer.room@v1", ("details.capacity", "9"), ("details.opensAt", posted)).Refusals).Field);

    [Fact]
    public void Reads_a_box_that_is_posted_with_and_without_its_hidden_twin()
    {
        var twin = Read("need.tool@v1", ("constraints.careAgreement", "true"), ("constraints.careAgreement", "false"));
        var unticked = Read("need.tool@v1", ("constraints.careAgreement", "false"));

        Same("""{"constraints":{"careAgreement":true}}""", twin.Sections);
        Same("{}", unticked.Sections);
    }

    [Fact]
    public void Puts_a_line_where_only_one_fits() => Same(
        """{"constraints":{"careKind":"meals","places":1,"area":"by the lake"}}""",
        Read("need.care@v1", ("constraints.careKind", "meals"), ("constraints.places", "1"), ("constraints.area", " by\r\nthe lake ")).Sections);

    [Theory]
    [InlineData("^[a-z]+$", "[a-z]+")]
    [InlineData("[0-9]", @"[\s\S]*(?:[0-9])[\s\S]*")]
    [InlineData("^a|b$", @"[\s\S]*(?:^a|b$)[\s\S]*")]
    public void Gives_a_pattern_that_holds_for_the_whole_text(string pattern, string whole)
    {
        var lamp = ParseNeed($$""" "a": { "type": "string", "title": "A", "maxLength": 9, "pattern": "{{pattern}}" } """).Value;

        Assert.Equal(whole, CategoryForm.For(lamp).Find("constraints.a")!.Pattern);
    }

    private static FormReading Ride(string arriveBy) => Read(
        "need.ride@v1",
        ("constraints.fromArea", "Mitte"),
        ("constraints.toArea", "Nord"),
        ("constraints.seats", "1"),
        ("constraints.arriveBy", arriveBy),
        ("payload.pickupAddress", "12 Mill Lane"));

    private static FormReading Read(string category, params (string Name, string Value)[] posted) =>
        CategoryForm.For(Shipped(category)).Read(posted.Select(p => KeyValuePair.Create(p.Name, p.Value)), _berlin);

    private static void Same(string expected, JsonElement actual) => Assert.True(JsonElement.DeepEquals(Json(expected), actual), actual.GetRawText());
}
