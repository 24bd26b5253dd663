using PostMoney.Core.Access;
using PostMoney.Core.Allocation.Pools;
using PostMoney.Core.Allocation.Rounds;
using PostMoney.Core.Foundation;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Rounds;

public sealed class ChangingAPool : InTown
{
    [Fact]
    public async Task Counts_from_the_next_round_on()
    {
        var before = await Town.OpenRoundAsync();
        await Town.NeedAsync(Town.Amina, Town.LadderWanted());

        (await ChangeAsync(Town.Dora, before.Id, "rides", 72)).Granted();

        Assert.Equal(before.ClosesAt, (await Town.OpenRoundAsync()).ClosesAt);
        Assert.Equal("tools", (await PageAsync(before.RoundId)).PolicyName);
        await Town.SettleNowAsync();
        var after = await Town.OpenRoundAsync();
        Assert.Equal(TimeSpan.FromHours(72), after.ClosesAt - after.OpensAt);
        Assert.Equal("rides", (await PageAsync(after.RoundId)).PolicyName);
    }

    [Fact]
    public async Task Is_for_those_who_look_after_it_and_within_bounds()
    {
        var pool = (await Town.OpenRoundAsync()).Id;

        (await ChangeAsync(Town.Amina, pool, "rides", 72)).RefusedAs("stewards-only");
        (await ChangeAsync(Town.Fay, pool, "rides", 72)).RefusedAs("stewards-only");
        (await ChangeAsync(Town.Dora, pool, "bribes", 72)).RefusedAs(PoolRefusals.Policy);
        (await ChangeAsync(Town.Dora, pool, "rides", 0)).RefusedAs(PoolRefusals.Hours);
        (await ChangeAsync(Town.Dora, Guid.CreateVersion7(), "rides", 72)).RefusedAs(PoolRefusals.NotFound);
    }

    [Fact]
    public async Task Closed_it_draws_the_open_round_and_no_other()
    {
        var round = await Town.OpenRoundAsync();
        await Town.OfferAsync(Town.Bilal, Town.LadderToLend());
        var need = await Town.NeedAsync(Town.Amina, Town.LadderWanted());

        (await CloseAsync(Town.Dora, round.Id)).Granted();
        Town.Clock.WaitUntil(round.ClosesAt);
        await Town.RunDueJobsAsync();

        Assert.NotNull(await Town.PermitOfAsync(Town.Amina, need));
        Assert.DoesNotContain(await PoolsAsync(), pool => pool.Topic == "tool");
        Assert.DoesNotContain(await DeskAsync(Town.Dora), line => line is { Topic: "tool", State: RoundState.Collecting });
    }

    [Fact]
    public async Task Closed_it_does_not_go_on_for_ever_where_nobody_asks()
    {
        var round = await Town.OpenRoundAsync();
        (await CloseAsync(Town.Dora, round.Id)).Granted();

        Town.Clock.WaitUntil(round.ClosesAt);
        await Town.RunDueJobsAsync();

        Assert.Equal(round.ClosesAt, (await PageAsync(round.RoundId)).ClosesAt);
        Assert.DoesNotContain(await DeskAsync(Town.Dora), line => line.Id == round.RoundId);
    }

    [Fact]
    public async Task Closing_it_is_for_those_who_look_after_it()
    {
        var pool = (await Town.OpenRoundAsync()).Id;

        (await CloseAsync(Town.Amina, pool)).RefusedAs("stewards-only");
        (await CloseAsync(Town.Fay, pool)).RefusedAs("stewards-only");
        (await CloseAsync(Town.Dora, pool)).Granted();
        (await CloseAsync(Town.Dora, pool)).RefusedAs(PoolRefusals.NotFound);
    }

    [Fact]
    public async Task Shows_rounds_with_exact_counts_to_the_desk_alone()
    {
        await Town.NeedAsync(Town.Amina, Town.LadderWanted());
        await Town.NeedAsync(Town.Chen, Town.LadderWanted());

        Assert.Equal(2, (await DeskAsync(Town.Dora)).Single(line => line.Topic == "tool").Needs);
        Assert.Equal("<5", $"{(await Town.OpenRoundAsync()).Needs}");
        Assert.Empty(await DeskAsync(Town.Amina));
        Assert.Empty(await DeskAsync(Town.Fay));
        Assert.Empty(await DeskAsync(Town.Zoe));
    }

    private Task<Result<Done>> ChangeAsync(Person who, Guid pool, string policy, int hours) =>
        Town.AsAsync(who, (Viewer viewer, ChangePool change) => change.ExecuteAsync(viewer, pool, policy, hours, default));

    private Task<Result<Done>> CloseAsync(Person who, Guid pool) =>
        Town.AsAsync(who, (Viewer viewer, ClosePool close) => close.ExecuteAsync(viewer, pool, default));

    private Task<IReadOnlyList<PoolCard>> PoolsAsync() => Town.AskAsync((PoolList pools) => pools.OpenAsync(Viewer.Stranger, default));

    private Task<IReadOnlyList<DeskRound>> DeskAsync(Person who) =>
        Town.AsAsync(who, (Viewer viewer, DeskRounds rounds) => rounds.OfAsync(viewer, default));

    private async Task<RoundPage> PageAsync(Guid round) =>
        (await Town.AskAsync((RoundPages pages) => pages.FindAsync(Viewer.Stranger, round, default)))!;
}
