using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Allocation.Pools;
using PostMoney.Core.Allocation.Rounds;
using PostMoney.Core.Assignments;
using PostMoney.Core.Foundation;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Rounds;

/// <summary>Policies limit what one person has, over rounds as well as within one.</summary>
public sealed class LimitingUse : InTown
{
    [Fact]
    public async Task Stops_at_the_quota_of_the_period_and_goes_on_in_the_next()
    {
        await Town.OfferAsync(Town.Bilal, Town.LadderToLend(units: 9));
        await AdoptAsync(("quotaPerPerson", 2), ("quotaPeriodDays", 30));
        var first = await Town.NeedAsync(Town.Amina, Town.LadderWanted(inDays: 4));
        var second = await Town.NeedAsync(Town.Amina, Town.LadderWanted(inDays: 5));
        await Town.SettleNowAsync();
        var third = await Town.NeedAsync(Town.Amina, Town.LadderWanted(inDays: 6));
        var nextPeriod = await Town.NeedAsync(Town.Amina, Town.LadderWanted(inDays: 40));
        await Town.SettleNowAsync();

        Assert.NotNull(await Town.PermitOfAsync(Town.Amina, first));
        Assert.NotNull(await Town.PermitOfAsync(Town.Amina, second));
        Assert.Null(await Town.PermitOfAsync(Town.Amina, third));
        Assert.Equal("person-quota", await OutcomeOfAsync(third));
        Assert.NotNull(await Town.PermitOfAsync(Town.Amina, nextPeriod));
        Town.Clock.Pass(TimeSpan.FromDays(4));
        var left = (await QuotaAsync(Town.Amina)).Single(line => line.Topic == "tool");
        Assert.Equal((2, 2), (left.Used, left.Quota));
        Assert.Equal(0, (await QuotaAsync(Town.Chen)).Single(line => line.Topic == "tool").Used);
    }

    [Fact]
    public async Task Pauses_between_two_uses()
    {
        await Town.OfferAsync(Town.Bilal, Town.LadderToLend(units: 9));
        await AdoptAsync(("quotaPerPerson", 0), ("cooldownHours", 48));
        await Town.NeedAsync(Town.Amina, Town.LadderWanted(inDays: 10));
        await Town.SettleNowAsync();
        var tooSoon = await Town.NeedAsync(Town.Amina, Town.LadderWanted(inDays: 11));
        var tooClose = await Town.NeedAsync(Town.Amina, Town.LadderWanted(inDays: 9));
        var later = await Town.NeedAsync(Town.Amina, Town.LadderWanted(inDays: 13));
        await Town.SettleNowAsync();

        Assert.Equal("cooldown", await OutcomeOfAsync(tooSoon));
        Assert.Equal("cooldown", await OutcomeOfAsync(tooClose));
        Assert.Equal("allotted", await OutcomeOfAsync(later));
    }

    [Fact]
    public async Task Gives_back_what_was_given_up()
    {
        await Town.OfferAsync(Town.Bilal, Town.LadderToLend(units: 9));
        await AdoptAsync(("quotaPerPerson", 1), ("quotaPeriodDays", 30));
        var first = await Town.NeedAsync(Town.Amina, Town.LadderWanted(inDays: 4));
        await Town.SettleNowAsync();
        var permit = await Town.PermitOfAsync(Town.Amina, first);
        (await Town.AsAsync(Town.Amina, (Viewer amina, GiveUpAssignment giveUp) => giveUp.DeclineAsync(amina, permit!.Id, default))).Granted();
        (await Town.WithdrawAsync(Town.Amina, first, isNeed: true)).Granted();
        var second = await Town.NeedAsync(Town.Amina, Town.LadderWanted(inDays: 5));

        await Town.SettleNowAsync();

        Assert.Equal("allotted", await OutcomeOfAsync(second));
    }

    [Fact]
    public async Task Holds_from_the_next_round_on_when_stewards_change_it()
    {
        await Town.OfferAsync(Town.Bilal, Town.LadderToLend(units: 9));
        var open = (await Town.OpenRoundAsync()).RoundId;
        (await AdoptOnlyAsync(Town.Dora, ("quotaPerPerson", 1))).Granted();
        await Town.NeedAsync(Town.Amina, Town.LadderWanted(inDays: 1));
        await Town.NeedAsync(Town.Amina, Town.LadderWanted(inDays: 2));

        await Town.SettleNowAsync();

        Assert.Equal(2, await Town.AskAsync((PostMoneyDb db) => db.Assignments.CountAsync(a => a.RoundId == open)));
        var versions = await Town.AskAsync((PostMoneyDb db) => db.Rounds.Join(db.Policies, r => r.PolicyId, p => p.Id, (r, p) => new { r, p })
            .Where(line => line.p.Name == "tools").OrderBy(line => line.r.Number).Select(line => line.p.Version).ToListAsync());
        Assert.Equal([1, 2], versions);
    }

    [Fact]
    public async Task Is_changed_by_stewards_within_bounds()
    {
        (await AdoptOnlyAsync(Town.Amina, ("quotaPerPerson", 1))).RefusedAs("stewards-only");
        (await AdoptOnlyAsync(Town.Dora, ("quotaPerPerson", -1))).RefusedAs("round.policy-bounds");
        (await AdoptOnlyAsync(Town.Dora, ("bribe", 1))).RefusedAs("round.policy-parameter");
    }

    /// <summary>A policy holds from the next round on, so a round has to pass.</summary>
    private async Task AdoptAsync(params (string Name, long Value)[] chosen)
    {
        (await AdoptOnlyAsync(Town.Dora, chosen)).Granted();
        await Town.NeedAsync(Town.Gus, Town.LadderWanted(inDays: 50, hours: 1));
        await Town.SettleNowAsync();
    }

    private Task<Result<Guid>> AdoptOnlyAsync(Person who, params (string Name, long Value)[] chosen) =>
        Town.AsAsync(who, (Viewer viewer, AdoptPolicy adopt) => adopt.ExecuteAsync(
            viewer, "tools", "least-used-first", chosen.ToDictionary(c => c.Name, c => c.Value), default));

    private Task<IReadOnlyList<QuotaLine>> QuotaAsync(Person who) =>
        Town.AsAsync(who, (Viewer viewer, QuotaLeft quota) => quota.OfAsync(viewer, default));

    private Task<string?> OutcomeOfAsync(Guid need) => Town.AskAsync((PostMoneyDb db) =>
        db.DrawnLines.Where(line => line.NeedId == need).Select(line => line.Outcome).FirstOrDefaultAsync());
}
