using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Vocabulary;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.Vocabulary;

public sealed class ReadingAnObject
{
    private const string Amina = "https://n.test/u/amina";

    [Theory]
    [InlineData("""{"attributedTo":"https://n.test/u/amina"}""")]
    [InlineData("""{"attributedTo":["https://n.test/u/amina"]}""")]
    [InlineData("""{"attributedTo":{"type":"Person","id":"https://n.test/u/amina"}}""")]
    [InlineData("""{"attributedTo":[{"id":"https://n.test/u/amina","name":"Amina"}]}""")]
    [InlineData("""{"attributedTo":[7,null,["x"],"https://n.test/u/amina"]}""")]
    public void Finds_who_wrote_it_in_whatever_shape(string json) =>
        Assert.Equal(Amina, Assert.Single(Views.Read(json).AttributedTo).Id?.Value);

    [Theory]
    [InlineData("""{"url":"https://n.test/@amina/1"}""")]
    [InlineData("""{"url":["https://n.test/@amina/1"]}""")]
    [InlineData("""{"url":{"type":"Link","href":"https://n.test/@amina/1"}}""")]
    [InlineData("""{"url":[{"type":"Link","href":"https://n.test/@amina/1","mediaType":"text/html"},{"type":"Link","href":"magnet:?xt=1"}]}""")]
    public void Finds_where_it_is_to_be_seen_in_whatever_shape(string json) =>
        Assert.Equal("https://n.test/@amina/1", Views.Read(json).Url[0].Href);

    [Theory]
    [InlineData("Public")]
    [InlineData("as:Public")]
    [InlineData(Audience.Everybody)]
    public void Writes_everybody_in_one_way(string everybody) =>
        Assert.Equal([Audience.Everybody, Amina], Views.Read($$"""{"to":["{{everybody}}",{"id":"{{Amina}}"}]}""").To);

    [Fact]
    public void Has_one_type_or_several()
    {
        Assert.Equal("Note", Views.Read("""{"type":"Note"}""").Type);
        Assert.Equal("Note", Views.Read("""{"type":["Note"]}""").Type);
        var both = Views.Read("""{"type":["Note","prov:Entity",4]}""");
        Assert.Null(both.Type);
        Assert.Equal(["Note", "prov:Entity"], both.Types);
        Assert.True(both.Is("Note"));
        Assert.False(both.Is("note"));
    }

    [Theory]
    [InlineData("""{"actor":["https://n.test/u/amina","https://n.test/u/mallory"]}""")]
    [InlineData("""{"actor":[]}""")]
    [InlineData("""{"actor":null}""")]
    [InlineData("""{"actor":true}""")]
    [InlineData("""{"actor":[["https://n.test/u/amina"]]}""")]
    [InlineData("""{"actor":"\ud800"}""")]
    public void Has_no_actor_where_it_does_not_have_exactly_one(string json)
    {
        // Half a surrogate pair is not let in by StrictJson; here it may come from elsewhere.
        Assert.True(ActivityObject.TryRead(System.Text.Json.JsonElement.Parse(json), out var document));
        Assert.Null(document.As<Activity>().Actor);
    }

    [Fact]
    public void Has_its_texts_by_language()
    {
        var note = Views.Read("""{"contentMap":{"de":"Leiter","pt-BR":"escada","de-419-DE":"?","en":4},"nameMap":{"en":"Ladder"},"name":"Leiter"}""");

        Assert.Equal([new("de", "Leiter"), new("pt-BR", "escada")], note.ContentMap);
        Assert.Equal("Leiter", note.Content);
        Assert.Equal("Leiter", note.Name);
        Assert.Null(note.Summary);
    }

    [Theory]
    [InlineData("http://n.test/u/amina")]
    [InlineData("/u/amina")]
    [InlineData("https://n.test/u/../amina")]
    [InlineData("https://N.test/u/amina")]
    [InlineData("did:key:z6Mk")]
    public void Has_no_id_but_one_that_can_be_compared(string id)
    {
        var document = Views.Read($$"""{"id":"{{id}}"}""");
        Assert.Null(document.Id);
        Assert.Equal(id, document.Text("id"));
    }

    [Theory]
    [InlineData("2026-11-25T08:00:00Z", "2026-11-25T08:00:00.0000000+00:00")]
    [InlineData("2026-11-25T08:00Z", "2026-11-25T08:00:00.0000000+00:00")]
    [InlineData("2026-11-25T08:00:00.5Z", "2026-11-25T08:00:00.5000000+00:00")]
    [InlineData("2026-11-25T08:00:00.123456789Z", "2026-11-25T08:00:00.1234567+00:00")]
    [InlineData("2026-11-25T08:00:00.25+05:30", "2026-11-25T08:00:00.2500000+05:30")]
    public void Tells_when_it_was_published(string text, string expected) => Assert.Equal(
        expected, Views.Read($$"""{"published":"{{text}}"}""").Published?.ToString("o", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2026-11-25")]
    [InlineData("2026-11-25T08:00:00")]
    [InlineData("2026-11-25 08:00:00Z")]
    [InlineData("2026-02-30T08:00:00Z")]
    [InlineData("2026-11-25T24:00:00Z")]
    [InlineData("2026-11-25T23:59:60Z")]
    [InlineData("2026-11-25T08:00.5Z")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("2026-11-25T08:00:00+99:00")]
    [InlineData("2026-11-25T08:00:00Z\\n")]
    [InlineData("２０２６-11-25T08:00:00Z")]
    [InlineData("yesterday")]
    public void Knows_no_time_that_is_none(string text) => Assert.Null(Views.Read($$"""{"published":"{{text}}"}""").Published);

    [Theory]
    [InlineData("PT2H", 7200)]
    [InlineData("PT4687S", 4687)]
    [InlineData("P1DT12H30M5.5S", 131405.5)]
    [InlineData("PT0S", 0)]
    public void Tells_how_long_it_takes(string text, double seconds) =>
        Assert.Equal(seconds, Views.Read($$"""{"duration":"{{text}}"}""").Duration?.TotalSeconds);

    [Theory]
    [InlineData("P1M")]
    [InlineData("P5Y")]
    [InlineData("-PT2H")]
    [InlineData("PT")]
    [InlineData("P")]
    [InlineData("P1DT")]
    [InlineData("2H")]
    [InlineData("PT999999999H")]
    [InlineData("P99999999D")]
    public void Knows_no_duration_without_a_fixed_length(string text) => Assert.Null(Views.Read($$"""{"duration":"{{text}}"}""").Duration);

    [Fact]
    public void Tells_where_it_is()
    {
        var place = Views.Read("""{"location":{"type":"Place","latitude":52.5,"longitude":13,"altitude":-3.5,"accuracy":94.0,"radius":15,"units":"miles"}}""").Location!;
        Assert.Equal((52.5, 13, -3.5, 94, 15, "miles"), (place.Latitude, place.Longitude, place.Altitude, place.Accuracy, place.Radius, place.Units));

        var nowhere = Views.Read<Place>("""{"latitude":90.1,"longitude":-181,"altitude":"3","accuracy":101,"radius":-1,"units":"parsecs"}""");
        Assert.Equal((null, null, null, null, null, null), (nowhere.Latitude, nowhere.Longitude, nowhere.Altitude, nowhere.Accuracy, nowhere.Radius, nowhere.Units));
    }

    [Theory]
    [InlineData("10", 10L)]
    [InlineData("0", 0L)]
    [InlineData("-1", null)]
    [InlineData("1.5", null)]
    [InlineData("\"10\"", null)]
    [InlineData("9007199254740992", null)]
    public void Counts_with_whole_numbers_alone(string number, long? expected) =>
        Assert.Equal(expected, Views.Read<Collection>($$"""{"totalItems":{{number}}}""").TotalItems);

    [Fact]
    public void Tells_what_is_of_another_shape_from_what_is_not_there()
    {
        var document = Views.Read("""{"content":42,"summary":null}""");
        Assert.True(document.Has("content"));
        Assert.False(document.Has("summary"));
        Assert.False(document.Has("name"));
        Assert.Equal(42, document.Get("content").GetInt32());
    }
}
