using System.Text;
using System.Text.Json;
using PostMoney.ActivityStreams.Origins;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.Origins;

public sealed class ReadingAnAudience
{
    [Fact]
    public void Collects_everybody_once_and_keeps_the_blind_apart()
    {
        Assert.True(Audience.TryRead(JsonElement.Parse("""
            {"to":"https://n.test/u/bilal","cc":["https://n.test/u/bilal",{"id":"https://n.test/u/ewa"},"as:Public"],
             "bto":["https://n.test/u/bilal","https://n.test/u/gus"],"bcc":"https://n.test/u/gus","audience":null}
            """), out var audience));

        Assert.True(audience.IsPublic);
        Assert.Equal(["https://n.test/u/bilal", "https://n.test/u/ewa"], audience.Open);
        Assert.Equal(["https://n.test/u/gus"], audience.Blind);
        Assert.Equal(3, audience.Recipients.Count());
    }

    [Theory]
    [InlineData("{}", false)]
    [InlineData("""{"to":"Public"}""", true)]
    [InlineData("""{"cc":["https://www.w3.org/ns/activitystreams#Public"]}""", true)]
    [InlineData("""{"to":"https://www.w3.org/ns/activitystreams#public"}""", false)]
    public void Knows_the_three_ways_of_writing_everybody(string json, bool expected)
    {
        Assert.True(Audience.TryRead(JsonElement.Parse(json), out var audience));
        Assert.Equal(expected, audience.IsPublic);
    }

    // O-17: nothing of the wrong type is passed over in silence.
    [Theory]
    [InlineData("""{"to":1}""")]
    [InlineData("""{"to":[["https://n.test/u/bilal"]]}""")]
    [InlineData("""{"to":{"items":["https://n.test/u/bilal"]}}""")]
    [InlineData("""{"bcc":[""]}""")]
    [InlineData("""{"cc":["\ud800"]}""")]
    [InlineData("[]")]
    public void Refuses_what_is_no_recipient(string json) => Assert.False(Audience.TryRead(JsonElement.Parse(json), out _));

    [Fact]
    public void Stops_at_a_hundred_recipients()
    {
        Assert.True(Audience.TryRead(Of(60, 40), out _));
        Assert.False(Audience.TryRead(Of(60, 41), out _));
        Assert.False(Audience.TryRead(Of(101, 0), out _));

        static JsonElement Of(int open, int blind) => JsonElement.Parse(
            $$"""{"to":[{{Ids(open)}}],"bcc":[{{Ids(blind)}}]}""");
        static string Ids(int count) => string.Join(',', Enumerable.Range(0, count).Select(i => $"\"https://n.test/u/{i}\""));
    }

    // K-19
    [Fact]
    public void Takes_the_blind_away_wherever_they_stand()
    {
        var sent = Encoding.UTF8.GetString(Audience.WithoutBlind(JsonElement.Parse(
            """{"type":"Create","bto":["a"],"bcc":"b","to":"c","object":{"bto":"d","content":"bto","tag":[{"bcc":["e"]},1.50,null,true]}}""")));

        Assert.Equal("""{"type":"Create","to":"c","object":{"content":"bto","tag":[{},1.50,null,true]}}""", sent);
    }
}
