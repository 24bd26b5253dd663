using PostMoney.Core.Access;
using PostMoney.Core.Allocation.Rounds;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Rounds;

/// <summary>A transcript shows windows, and so no more people read it than might have seen them.</summary>
public sealed class ReadingATranscript : InTown
{
    [Fact]
    public async Task Is_for_everybody_where_everything_in_it_was() =>
        await ReadByAsync(await DrawnAsync(Visibility.Public, Visibility.Public), Town.Zoe, Town.Gus, Town.Amina, Town.Dora, Town.Fay);

    [Theory]
    [InlineData(Visibility.Node, Visibility.Public)]
    [InlineData(Visibility.Public, Visibility.Node)]
    public async Task Is_for_members_where_a_need_or_an_offer_was(Visibility offer, Visibility need) =>
        await ReadByAsync(await DrawnAsync(offer, need), Town.Gus, Town.Amina, Town.Dora, Town.Fay);

    [Fact]
    public async Task Is_for_those_who_took_part_and_those_who_watch_over_it_where_an_offer_was_for_named_people() =>
        await ReadByAsync(await DrawnAsync(Visibility.Direct, Visibility.Public), Town.Amina, Town.Dora, Town.Fay);

    [Fact]
    public async Task Is_never_without_its_fingerprint()
    {
        var round = await DrawnAsync(Visibility.Node, Visibility.Node);

        var page = await Town.AskAsync((RoundPages pages) => pages.FindAsync(Viewer.Stranger, round, default));

        Assert.Null(page!.Transcript);
        Assert.Equal(64, page.TranscriptHash!.Length);
        Assert.NotEmpty(page.Outcomes);
    }

    private async Task<Guid> DrawnAsync(Visibility offer, Visibility need)
    {
        await Town.OfferAsync(Town.Bilal, Town.LadderToLend() with { Visibility = offer, Readers = offer == Visibility.Direct ? "amina" : "" });
        await Town.NeedAsync(Town.Amina, Town.LadderWanted() with { Visibility = need });
        return await Town.SettleNowAsync();
    }

    private async Task ReadByAsync(Guid round, params Person[] readers)
    {
        foreach (var person in new[] { Town.Zoe, Town.Gus, Town.Amina, Town.Dora, Town.Fay })
        {
            var page = await Town.AsAsync(person, (Viewer viewer, RoundPages pages) => pages.FindAsync(viewer, round, default));
            Assert.True(page!.Transcript is not null == readers.Contains(person), person.Name);
        }
    }
}
