using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using PostMoney.Core.Allocation;
using PostMoney.Core.Allocation.Policies;
using PostMoney.Core.Allocation.Transcripts;
using Xunit;
using static PostMoney.Core.Tests.Allocation.Town;

namespace PostMoney.Core.Tests.Allocation;

public sealed class AHostileTranscript
{
    /// <summary>Seconds on a machine of its own; the rest is for a busy one.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"format\":\"postmoney-transcript/2\"}")]
    [InlineData("{\"format\":\"postmoney-transcript/2\",\"input\":[],\"secret\":null}")]
    [InlineData("{\"format\":\"postmoney-transcript/9\",\"input\":{},\"secret\":\"\"}")]
    [InlineData("{\"format\":\"postmoney-transcript/2\",\"format\":\"postmoney-transcript/2\"}")]
    [InlineData("{\"format\":\"\\ud800\"}")]
    [InlineData("{\"\\ud800\":1,\"\\ud800\":2}")]
    [InlineData("{\"format\":\"é\"}")]
    [InlineData("{\"format\":\"\u0000\"}")]
    [InlineData("{} {}")]
    [InlineData("{\"format\":\"postmoney-transcript/2\" /* hello */}")]
    public void Is_broken_and_never_throws(string document)
    {
        Assert.IsType<Verification.Broken>(TranscriptVerifier.Verify(Encoding.UTF8.GetBytes(document)));
    }

    [Fact]
    public void That_is_not_even_text_is_broken()
    {
        Assert.IsType<Verification.Broken>(TranscriptVerifier.Verify(new byte[] { 0xFF, 0xFE, 0x00, 0xC0, 0x80 }));
    }

    [Fact]
    public void That_is_nested_deeply_is_broken()
    {
        Assert.IsType<Verification.Broken>(TranscriptVerifier.Verify(Encoding.UTF8.GetBytes(new string('[', 1_000_000))));
    }

    [Fact]
    public void That_is_larger_than_a_transcript_may_be_is_broken_at_once()
    {
        var broken = Assert.IsType<Verification.Broken>(TranscriptVerifier.Verify(new byte[RoundLimits.MaxTranscriptBytes + 1]));

        Assert.Equal("It is larger than a transcript may be.", broken.Why);
    }

    [Theory]
    [InlineData("units", 2_000_000)]
    [InlineData("needs", 1_500_000)]
    [InlineData("offers", 1_500_000)]
    [InlineData("eligible", 2_500_000)]
    [InlineData("steps", 2_000_000)]
    public void That_repeats_one_thing_endlessly_is_broken_in_time(string what, int times)
    {
        var document = Repeating(what, times);
        var watch = Stopwatch.StartNew();

        Assert.IsType<Verification.Broken>(TranscriptVerifier.Verify(document));
        Assert.True(watch.Elapsed < _patience, $"It took {watch.Elapsed}.");
    }

    [Fact]
    public void Says_nothing_of_what_it_holds()
    {
        var json = Genuine();
        json["input"]!["pool"] = "canary 4711";
        json["canary-4712"] = "canary";

        var broken = Assert.IsType<Verification.Broken>(TranscriptVerifier.Verify(Encoding.UTF8.GetBytes(json.ToJsonString())));

        Assert.DoesNotContain("canary", broken.Where + broken.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void With_every_contested_need_in_the_way_of_every_other_is_checked_in_time()
    {
        var day = Between("2027-03-06T08:00:00Z", "2027-03-06T20:00:00Z");
        var hour = Between("2027-03-06T09:00:00Z", "2027-03-06T10:00:00Z");
        var offers = Enumerable.Range(0, 20).Select(index => Offer($"offer-{index}", 50, day)).ToList();
        var names = offers.Select(offer => offer.Id).ToArray();
        var transcript = Write(Freeze(
            Lottery((SharedParameters.QuotaPerPerson, 0)),
            offers,
            Enumerable.Range(0, 9_000).Select(index => new RoundNeed($"n{index:d5}", $"p{index % 100}", hour, names))));
        var watch = Stopwatch.StartNew();

        Assert.IsType<Verification.Verified>(TranscriptVerifier.Verify(transcript.Bytes));
        Assert.True(watch.Elapsed < _patience, $"It took {watch.Elapsed}.");
    }

    private static JsonNode Genuine()
    {
        var day = Between("2027-03-06T08:00:00Z", "2027-03-06T20:00:00Z");
        return JsonNode.Parse(Write(Freeze(Lottery(), [Offer("sander", 1, day)], [Need("asha", day, "sander")])).Bytes)!;
    }

    private static byte[] Repeating(string what, int times)
    {
        var json = Genuine();
        var input = json["input"]!;
        var (list, one) = what switch
        {
            "units" => (input["offers"]![0]!["units"]!, "[]"),
            "needs" => (input["needs"]!, "{}"),
            "offers" => (input["offers"]!, "{}"),
            "eligible" => (input["needs"]![0]!["offers"]!, "0"),
            _ => (json["steps"]!, "{}"),
        };
        list.AsArray().Add("repeat");
        return Encoding.UTF8.GetBytes(json.ToJsonString().Replace("\"repeat\"", string.Join(',', Enumerable.Repeat(one, times)), StringComparison.Ordinal));
    }
}
