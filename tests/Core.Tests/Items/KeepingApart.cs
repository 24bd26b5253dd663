using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Following;
using PostMoney.Core.Search;
using PostMoney.Core.Timelines;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Items;

/// <summary>Amina has gone out of Bilal's way; both need and offer things.</summary>
public sealed class KeepingApart : InTown
{
    [Fact]
    public async Task What_he_offers_is_on_no_list_of_hers_and_is_found_by_others()
    {
        var his = await Town.OfferAsync(Town.Bilal, Town.LadderToLend());
        Assert.True(await IsListedAsync(Town.Amina, his));

        await AvoidAsync(BlockKind.Block);

        Assert.False(await IsListedAsync(Town.Amina, his));
        Assert.False(await IsFoundAsync(Town.Amina, his));
        Assert.True(await IsListedAsync(Town.Chen, his));
        Assert.True(await IsFoundAsync(Town.Chen, his));
    }

    [Fact]
    public async Task What_she_offers_is_on_no_list_of_his_where_she_blocks_him_and_is_where_she_mutes_him()
    {
        var hers = await Town.OfferAsync(Town.Amina, Town.LadderToLend());

        await AvoidAsync(BlockKind.Mute);
        Assert.True(await IsListedAsync(Town.Bilal, hers));
        await AvoidAsync(BlockKind.Block);
        Assert.False(await IsListedAsync(Town.Bilal, hers));
        Assert.False(await IsFoundAsync(Town.Bilal, hers));
    }

    [Fact]
    public async Task A_round_gives_neither_what_is_the_others_and_gives_it_to_whoever_else_needs_it()
    {
        await Town.OfferAsync(Town.Bilal, Town.LadderToLend());
        await AvoidAsync(BlockKind.Block);
        var hers = await Town.NeedAsync(Town.Amina, Town.LadderWanted());
        await Town.SettleNowAsync();
        Assert.Null(await Town.PermitOfAsync(Town.Amina, hers));

        var others = await Town.NeedAsync(Town.Chen, Town.LadderWanted());
        await Town.SettleNowAsync();

        Assert.NotNull(await Town.PermitOfAsync(Town.Chen, others));
    }

    [Fact]
    public async Task A_round_passes_over_him_too_where_it_is_he_who_needs()
    {
        await Town.OfferAsync(Town.Amina, Town.LadderToLend());
        await AvoidAsync(BlockKind.Block);
        var his = await Town.NeedAsync(Town.Bilal, Town.LadderWanted());

        await Town.SettleNowAsync();

        Assert.Null(await Town.PermitOfAsync(Town.Bilal, his));
    }

    [Fact]
    public async Task A_mute_is_about_reading_and_gives_what_is_needed()
    {
        await Town.OfferAsync(Town.Bilal, Town.LadderToLend());
        await AvoidAsync(BlockKind.Mute);
        var hers = await Town.NeedAsync(Town.Amina, Town.LadderWanted());

        await Town.SettleNowAsync();

        Assert.NotNull(await Town.PermitOfAsync(Town.Amina, hers));
    }

    private async Task AvoidAsync(BlockKind kind) =>
        (await Town.AsAsync(Town.Amina, (Viewer amina, BlockActor block) => block.NeighbourAsync(amina, "bilal", kind, default))).Granted();

    private async Task<bool> IsListedAsync(Person who, Guid item) =>
        (await Town.AsAsync(who, (Viewer viewer, CommunityTimeline timeline) => timeline.PageAsync(viewer, new TimelineFilter(), null, default))).Cards.Any(card => card.Id == item);

    private async Task<bool> IsFoundAsync(Person who, Guid item) =>
        (await Town.AsAsync(who, (Viewer viewer, SearchItems search) => search.FindAsync(viewer, new SearchQuestion("ladder"), default))).ItemIds.Contains(item);
}
