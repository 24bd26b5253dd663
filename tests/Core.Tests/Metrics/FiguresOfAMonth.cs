using PostMoney.Core.Metrics;
using PostMoney.Core.Outcomes;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Metrics;

/// <summary>Six people ask Dora for ladders on the first of March; two days later six have one.</summary>
public sealed class FiguresOfAMonth : InTown
{
    private static readonly DateTimeOffset _april = new(2027, 4, 2, 12, 0, 0, TimeSpan.Zero);

    private Person[] Six => [Town.Fay, Town.Amina, Town.Bilal, Town.Chen, Town.Ewa, Town.Gus];

    [Fact]
    public async Task Tell_the_fill_rate_and_how_long_people_waited()
    {
        await LendToSixAsync();
        Town.Clock.WaitUntil(_april);

        var march = (await FiguresAsync("2027-03"))!;

        var tools = Assert.Single(march.Topics);
        Assert.Equal("tool", tools.Topic);
        Assert.Equal(("6", "6", 100), ($"{tools.Asked}", $"{tools.Met}", tools.FillRate));
        Assert.Equal(("6", 48), ($"{tools.Assigned}", tools.MedianHours));
        Assert.True(march.IsOver);
    }

    [Fact]
    public async Task Count_as_back_in_time_what_was_told_within_an_hour()
    {
        var permits = await LendToSixAsync();
        foreach (var (person, permit) in permits.Take(5))
        {
            Town.Clock.WaitUntil(permit.Window.To);
            (await Town.TellAsync(person, permit.Id, TownPermits.WentWell)).Granted();
        }

        Town.Clock.WaitUntil(permits[^1].Permit.Window.To);
        await Town.RunDueJobsAsync();
        Town.Clock.WaitUntil(_april);

        var returns = (await FiguresAsync("2027-03"))!.Returns;

        Assert.Equal(("6", "5", 83), ($"{returns.Due}", $"{returns.OnTime}", returns.Rate));
    }

    [Fact]
    public async Task Leave_out_what_may_still_come_back_in_time()
    {
        var permits = await LendToSixAsync();
        Town.Clock.WaitUntil(permits[^1].Permit.Window.To + OutcomeRules.Grace.Subtract(TimeSpan.FromMinutes(1)));
        await Town.RunDueJobsAsync();
        Assert.Equal("<5", $"{(await FiguresAsync("2027-03"))!.Returns.Due}");

        Town.Clock.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal("5", $"{(await FiguresAsync("2027-03"))!.Returns.Due}");
    }

    [Fact]
    public async Task Tell_nothing_of_a_few()
    {
        await Town.OfferAsync(Town.Dora, Town.LadderToLend(units: 4));
        foreach (var person in Six.Take(4))
        {
            await Town.NeedAsync(person, Town.LadderWanted());
        }

        await Town.SettleNowAsync();
        Town.Clock.WaitUntil(_april);

        var tools = Assert.Single((await FiguresAsync("2027-03"))!.Topics);

        Assert.Equal(("<5", "<5", null), ($"{tools.Asked}", $"{tools.Met}", tools.FillRate));
        Assert.Equal(("<5", null), ($"{tools.Assigned}", tools.MedianHours));
    }

    [Fact]
    public async Task Withhold_a_rate_from_which_a_small_number_would_follow()
    {
        await Town.OfferAsync(Town.Dora, Town.LadderToLend(units: 2));
        foreach (var person in Six)
        {
            await Town.NeedAsync(person, Town.LadderWanted());
        }

        await Town.SettleNowAsync();
        Town.Clock.WaitUntil(_april);

        var tools = Assert.Single((await FiguresAsync("2027-03"))!.Topics);

        Assert.Equal(("6", "<5", null), ($"{tools.Asked}", $"{tools.Met}", tools.FillRate));
    }

    [Fact]
    public async Task Go_in_fives_until_the_month_is_over()
    {
        await LendToSixAsync();

        var march = (await FiguresAsync("2027-03"))!;

        Assert.False(march.IsOver);
        Assert.Equal("5", $"{Assert.Single(march.Topics).Asked}");
    }

    [Fact]
    public async Task Leave_out_needs_that_were_taken_back()
    {
        foreach (var person in Six)
        {
            await Town.NeedAsync(person, Town.LadderWanted());
        }

        var gone = await Town.NeedAsync(Town.Chen, Town.LadderWanted("Not any more"));
        (await Town.WithdrawAsync(Town.Chen, gone, isNeed: true)).Granted();
        Town.Clock.WaitUntil(_april);

        Assert.Equal("6", $"{Assert.Single((await FiguresAsync("2027-03"))!.Topics).Asked}");
    }

    [Fact]
    public async Task Name_the_rules_that_held_with_their_fingerprints()
    {
        var rules = (await FiguresAsync("2027-03"))!.Policies;

        Assert.Equal(["care", "compute", "devices", "rides", "rooms", "tools"], rules.Select(policy => policy.Name));
        Assert.All(rules, policy => Assert.Equal(64, policy.Hash.Length));
        Assert.Equal(["Tools"], rules.Single(policy => policy.Name == "tools").Pools);
    }

    [Theory]
    [InlineData("2027-02")]
    [InlineData("2027-04")]
    public async Task Are_not_there_before_the_node_nor_in_the_future(string month) => Assert.Null(await FiguresAsync(month));

    [Fact]
    public async Task Are_those_of_the_last_month_that_is_over()
    {
        Assert.Equal("2027-03", $"{(await LatestAsync()).Month}");

        Town.Clock.WaitUntil(_april.AddMonths(1));

        Assert.Equal("2027-04", $"{(await LatestAsync()).Month}");
    }

    [Theory]
    [InlineData("2027-3")]
    [InlineData("march")]
    [InlineData("0001-01")]
    [InlineData("9999-12")]
    [InlineData("")]
    public void Need_a_month_that_is_written_as_one(string text) => Assert.False(Month.TryParse(text, out _));

    [Fact]
    public void Begin_and_end_with_the_clocks_of_the_place()
    {
        Assert.True(Month.TryParse("2027-03", out var march));

        var window = march.In(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));

        Assert.Equal(new DateTimeOffset(2027, 2, 28, 23, 0, 0, TimeSpan.Zero), window.From);
        Assert.Equal(new DateTimeOffset(2027, 3, 31, 22, 0, 0, TimeSpan.Zero), window.To);
    }

    private async Task<List<(Person Person, Core.Assignments.AssignmentCard Permit)>> LendToSixAsync()
    {
        await Town.OfferAsync(Town.Dora, Town.LadderToLend(units: 6));
        var needs = new List<(Person Person, Guid Need)>();
        foreach (var person in Six)
        {
            needs.Add((person, await Town.NeedAsync(person, Town.LadderWanted(inDays: 5))));
        }

        Town.Clock.Pass(TimeSpan.FromDays(2));
        await Town.SettleNowAsync();
        var permits = new List<(Person Person, Core.Assignments.AssignmentCard Permit)>();
        foreach (var (person, need) in needs)
        {
            permits.Add((person, await Town.AcceptAsync(person, need)));
        }

        return permits;
    }

    private Task<MonthFigures?> FiguresAsync(string text) => Town.AskAsync((MonthlyFigures figures) =>
        figures.OfAsync(Month.TryParse(text, out var month) ? month : null, default));

    private async Task<MonthFigures> LatestAsync() => (await Town.AskAsync((MonthlyFigures figures) => figures.OfAsync(null, default)))!;
}
