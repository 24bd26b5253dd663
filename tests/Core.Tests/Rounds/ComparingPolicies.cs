using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Allocation.Pools;
using PostMoney.Core.Allocation.Rounds;
using PostMoney.Core.Foundation;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Rounds;

public sealed class ComparingPolicies : InTown
{
    [Fact]
    public async Task Shows_what_each_would_come_to_and_names_nobody()
    {
        await AskAsync();
        var round = (await Town.OpenRoundAsync()).RoundId;
        (await Town.AsAsync(Town.Dora, (Viewer dora, AdoptPolicy adopt) =>
            adopt.ExecuteAsync(dora, "in-turn", "round-robin", new Dictionary<string, long>(), default))).Granted();

        var comparison = (await CompareAsync(Town.Dora, round, "tools", "in-turn", "rides")).Granted();

        Assert.Equal(["in-turn", "rides", "tools"], comparison.Policies.Select(policy => policy.Name));
        Assert.All(comparison.Policies, policy => Assert.Equal((3, 10, 10), (policy.Asked, policy.Served, policy.People)));
        Assert.Equal(["Person 1", "Person 2", "Person 3"], comparison.People.Select(person => person.Name));
        for (var policy = 0; policy < 3; policy++)
        {
            Assert.Equal(comparison.Rehearsals, comparison.People.Sum(person => person.Served[policy]));
        }

        // In turn, the same person is first however the tickets fall.
        Assert.Contains(comparison.People, person => person.Served[0] == comparison.Rehearsals);
        Assert.True(comparison.Policies[0].Spread > comparison.Policies[1].Spread);
    }

    [Fact]
    public async Task Keeps_nothing_but_a_line_in_the_log()
    {
        await AskAsync();
        var round = (await Town.OpenRoundAsync()).RoundId;

        (await CompareAsync(Town.Dora, round, "tools", "rides")).Granted();

        Assert.Equal(0, await Town.AskAsync((PostMoneyDb db) => db.DrawnLines.CountAsync()));
        Assert.Equal(0, await Town.AskAsync((PostMoneyDb db) => db.Assignments.CountAsync()));
        Assert.Equal(1, await Town.AskAsync((PostMoneyDb db) => db.LogEntries.CountAsync(entry => entry.Kind == "round.policies-compared")));
    }

    [Fact]
    public async Task Is_for_stewards_takes_two_to_six_and_only_what_is_there()
    {
        await AskAsync();
        var round = (await Town.OpenRoundAsync()).RoundId;

        (await CompareAsync(Town.Amina, round, "tools", "rides")).RefusedAs("stewards-only");
        (await CompareAsync(Town.Dora, round, "tools")).RefusedAs(ComparisonRefusals.Count);
        (await CompareAsync(Town.Dora, round, "tools", "tools")).RefusedAs(ComparisonRefusals.Count);
        (await CompareAsync(Town.Dora, round, "tools", "nothing")).RefusedAs(ComparisonRefusals.Unknown);
        (await CompareAsync(Town.Dora, await Town.SettleNowAsync(), "tools", "rides")).RefusedAs(RoundStateRefusals.NotFound);
    }

    private async Task AskAsync()
    {
        await Town.OfferAsync(Town.Bilal, Town.LadderToLend() with { Visibility = Visibility.Public });
        foreach (var person in new[] { Town.Amina, Town.Chen, Town.Ewa })
        {
            await Town.NeedAsync(person, Town.LadderWanted() with { Visibility = Visibility.Public });
        }
    }

    private Task<Result<PolicyComparison>> CompareAsync(Person who, Guid round, params string[] policies) =>
        Town.AsAsync(who, (Viewer viewer, ComparePolicies compare) => compare.ExecuteAsync(viewer, round, policies, default));
}
