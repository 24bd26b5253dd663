using System.Text;
using PostMoney.Core.Access;
using PostMoney.Core.Allocation.Rounds;
using PostMoney.Core.Allocation.Transcripts;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Rounds;

public sealed class CheckingADraw : InTown
{
    private Guid _round;
    private byte[] _transcript = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Town.OfferAsync(Town.Bilal, Town.LadderToLend() with { Visibility = Visibility.Public });
        await Town.NeedAsync(Town.Amina, Town.LadderWanted() with { Visibility = Visibility.Public });
        await Town.NeedAsync(Town.Chen, Town.LadderWanted() with { Visibility = Visibility.Public });
        _round = await Town.SettleNowAsync();
        _transcript = (await Town.AskAsync((RoundPages pages) => pages.FindAsync(Viewer.Stranger, _round, default)))!.Transcript!;
    }

    [Fact]
    public async Task Reproduces_it_and_finds_it_as_it_was_published()
    {
        var found = await Town.AskAsync((CheckTranscript check) => check.OfRoundAsync(Viewer.Stranger, _round, default));

        Assert.IsType<Verification.Verified>(found!.Verification);
        Assert.Equal(new PublishedFacts(_round, true, true, true), found.Published);
    }

    [Fact]
    public async Task Names_the_place_where_it_was_tampered_with()
    {
        var forged = Encoding.UTF8.GetString(_transcript).Replace("\"weight\":1", "\"weight\":2", StringComparison.Ordinal);

        var found = await CheckAsync(Encoding.UTF8.GetBytes(forged));

        Assert.Equal("steps[0].weight", Assert.IsType<Verification.Broken>(found.Verification).Where);
        Assert.Null(found.Published);
    }

    [Fact]
    public async Task Knows_another_draw_from_the_one_that_was_published()
    {
        var other = Redrawn(_transcript);

        var found = await CheckAsync(other);

        Assert.IsType<Verification.Verified>(found.Verification);
        Assert.Equal((true, true, false), (found.Published!.SameCommitment, found.Published.SamePolicy, found.Published.SameTranscript));
        Assert.False(found.Published.AllSame);
    }

    [Fact]
    public async Task Finds_nothing_of_rounds_that_are_not_drawn_or_not_there()
    {
        var open = (await Town.OpenRoundAsync()).RoundId;

        Assert.Null(await Town.AskAsync((CheckTranscript check) => check.OfRoundAsync(Viewer.Stranger, open, default)));
        Assert.Null(await Town.AskAsync((CheckTranscript check) => check.OfRoundAsync(Viewer.Stranger, Guid.CreateVersion7(), default)));
    }

    private Task<CheckedTranscript> CheckAsync(byte[] document) =>
        Town.AskAsync((CheckTranscript check) => check.OfDocumentAsync(document, default));

    /// <summary>A node that slips one more minute of use into the list after the fact, and draws with the same secret.</summary>
    private static byte[] Redrawn(byte[] transcript)
    {
        using var json = System.Text.Json.JsonDocument.Parse(transcript);
        var changed = Encoding.UTF8.GetString(transcript).Replace("\"recentMinutes\":0", "\"recentMinutes\":1", StringComparison.Ordinal);
        var secret = Convert.FromHexString(json.RootElement.GetProperty("secret").GetString()!);
        using var input = System.Text.Json.JsonDocument.Parse(changed);
        Assert.True(TranscriptReader.TryRead(input.RootElement, out var read, out _));
        return TranscriptWriter.Write(read.Input, secret).Granted().Bytes;
    }
}
