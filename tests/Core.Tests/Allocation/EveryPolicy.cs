using PostMoney.Core.Allocation;
using PostMoney.Core.Allocation.Policies;
using PostMoney.Core.Foundation;
using PostMoney.Fairness.Claims;
using Xunit;
using static PostMoney.Core.Tests.Allocation.Town;

namespace PostMoney.Core.Tests.Allocation;

/// <summary>What each kind of policy promises, on rounds that can be worked out by hand.</summary>
public sealed class EveryPolicy
{
    private static readonly Window _day = Between("2027-03-06T08:00:00Z", "2027-03-06T20:00:00Z");
    private static readonly Window _morning = Between("2027-03-06T09:00:00Z", "2027-03-06T12:00:00Z");
    private static readonly Window _afternoon = Between("2027-03-06T12:00:00Z", "2027-03-06T15:00:00Z");

    [Fact]
    public void First_come_serves_an_earlier_batch_first_and_draws_within_one()
    {
        var needs = new[] { ("asha", 8), ("bilal", 7), ("chidi", 8) }.Select(who => Need(who.Item1, _morning, "hall") with { Batch = who.Item2 });

        var steps = Draw(Freeze(Policy("first-come"), [Offer("hall", 1, _day)], needs)).Steps;

        Assert.Equal("bilal", steps[0].Person);
        Assert.Equal(ClaimOutcome.Served, steps[0].Outcome);
        Assert.Equal(["asha", "chidi"], steps.Where(step => step.Key.Rank == 8).Select(step => step.Person).Order());
        Assert.True(steps[^2].Ticket!.Key.CompareTo(steps[^1].Ticket!.Key) < 0);
    }

    [Fact]
    public void A_batch_is_as_long_as_the_policy_says()
    {
        var policy = Policy("first-come", ("batchMinutes", 90));

        Assert.Equal(policy.BatchOf(At("1970-01-01T01:30:00Z")), policy.BatchOf(At("1970-01-01T02:59:59Z")));
        Assert.NotEqual(policy.BatchOf(At("1970-01-01T02:59:59Z")), policy.BatchOf(At("1970-01-01T03:00:00Z")));
    }

    [Fact]
    public void In_a_lottery_of_needs_each_need_holds_a_ticket()
    {
        var needs = Enumerable.Range(0, 3).Select(index => Need("asha", _morning, "chairs") with { Id = $"asha-{index}" }).Append(Need("bilal", _morning, "chairs")).ToList();

        var steps = Draw(Freeze(Policy("need-lottery", (SharedParameters.QuotaPerPerson, 0)), [Offer("chairs", 9, _day)], needs)).Steps
            .Where(step => step.Outcome == ClaimOutcome.Served).ToList();

        Assert.Equal(needs.Select(need => need.Id).Order(), steps.Select(step => step.Ticket!.Holder).Order());
        Assert.All(steps, step => Assert.Equal(Fairness.Lottery.TicketKeyOf(SeedOf(needs), step.Ticket!.Holder, 1).Hex, step.Ticket!.Key.Hex));

        static byte[] SeedOf(List<RoundNeed> needs) => SeedCommitment.SeedOf(
            Convert.FromHexString(Freeze(Policy("need-lottery", (SharedParameters.QuotaPerPerson, 0)), [Offer("chairs", 9, _day)], needs).LockHash), Secret);
    }

    [Theory]
    [InlineData(0, "asha", 1)]
    [InlineData(1, "bilal", 2)]
    [InlineData(2, "chidi", 0)]
    public void In_turn_the_first_who_was_not_reached_is_first_in_the_next_round(int first, string served, int next)
    {
        string[] names = ["asha", "bilal", "chidi"];
        var result = Turns(first, names, units: 1);

        Assert.Equal($"need-of-{served}", Assert.Single(result.Allotted).Need);
        Assert.Equal(next, RoundRobinPolicy.NextFirst(result));
        Assert.All(result.Steps, step => Assert.Null(step.Ticket));
    }

    [Fact]
    public void In_turn_it_goes_on_behind_the_last_who_was_served_where_all_were_reached()
    {
        Assert.Equal(0, RoundRobinPolicy.NextFirst(Turns(0, ["asha", "bilal", "chidi"], units: 9)));
        Assert.Equal(2, RoundRobinPolicy.NextFirst(Turns(2, ["asha", "bilal"], units: 9)));
    }

    [Fact]
    public void Over_some_rounds_in_turn_everybody_is_served_as_often()
    {
        var (served, first) = (new Dictionary<string, int>(), 0);
        for (var round = 0; round < 12; round++)
        {
            var result = Turns(first, ["asha", "bilal", "chidi"], units: 1);
            first = RoundRobinPolicy.NextFirst(result);
            served[result.Allotted[0].Need] = served.GetValueOrDefault(result.Allotted[0].Need) + 1;
        }

        Assert.Equal([4, 4, 4], served.Values);
    }

    [Fact]
    public void Least_access_for_ones_share_comes_first()
    {
        var people = new[]
        {
            new RoundPerson("asha", Home) { Access = 1_900, Share = 2 },
            new RoundPerson("bilal", Home) { Access = 1_000 },
            new RoundPerson("chidi", Home) { Access = 900 },
        };

        var result = Draw(Freeze(Policy("max-min"), [Offer("hall", 2, _day)], people.Select(person => Need(person.Id, _morning, "hall")), people));

        Assert.Equal(["chidi", "asha", "bilal"], result.Steps.Where(step => step.Granted == 0).Select(step => step.Person));
        Assert.Equal(Reason.Outranked, result.ReasonOf("bilal"));
    }

    [Fact]
    public void What_is_given_counts_as_a_whole_use_at_once()
    {
        var people = new[] { new RoundPerson("asha", Home), new RoundPerson("bilal", Home) { Access = 999 } };
        var needs = new[] { Need("asha", _morning, "hall") with { Id = "a1" }, Need("asha", _afternoon, "hall") with { Id = "a2" }, Need("bilal", _afternoon, "hall") };

        Assert.Equal(Reason.Allotted, Draw(Freeze(Policy("max-min"), [Offer("hall", 1, _day)], needs, people)).ReasonOf("bilal"));
    }

    [Fact]
    public void A_pressing_need_comes_before_whoever_had_less()
    {
        var people = new[] { new RoundPerson("asha", Home), new RoundPerson("bilal", Home) { Access = 5_000 } };
        var needs = new[] { Need("asha", _morning, "hall"), Need("bilal", _morning, "hall") with { Priority = 0 } };

        Assert.Equal(Reason.Allotted, Draw(Freeze(Policy("needs-then-access"), [Offer("hall", 1, _day)], needs, people)).ReasonOf("bilal"));
    }

    [Fact]
    public void A_pressing_need_is_served_wherever_an_exchange_can_serve_it()
    {
        var needs = new[]
        {
            Need("asha", _morning, "hall") with { Priority = 1 },
            Need("bilal", _morning, "hall", "barn") with { Priority = 0 },
            Need("chidi", _morning, "barn") with { Priority = 3 },
        };

        var result = Draw(Freeze(Policy("needs-first"), [Offer("hall", 1, _day), Offer("barn", 1, _day) with { Order = 1 }], needs));

        Assert.Equal([Reason.Allotted, Reason.Allotted, Reason.Outranked], new[] { "asha", "bilal", "chidi" }.Select(result.ReasonOf));
    }

    [Fact]
    public void What_is_kept_for_a_cohort_is_a_least_and_not_a_most()
    {
        var policy = Policy("cohorts", ("reservedPercent", 50));
        Assert.True(OfCohort(Draw(Crowd(policy, cohort: 10, others: 30))) >= 5);
        Assert.Equal(10, Draw(Crowd(policy, cohort: 2, others: 30)).Allotted.Count);
        Assert.Equal(2, OfCohort(Draw(Crowd(policy, cohort: 2, others: 30))));
        Assert.Equal(10, OfCohort(Draw(Crowd(policy, cohort: 30, others: 0))));

        static RoundInput Crowd(AllocationPolicy policy, int cohort, int others)
        {
            var people = Enumerable.Range(0, cohort + others)
                .Select(index => new RoundPerson($"{(index < cohort ? "c" : "o")}{index:d2}", Home) { IsOfCohort = index < cohort }).ToList();
            return Freeze(policy, [Offer("chairs", 10, _day)], people.Select(person => Need(person.Id, _morning, "chairs")), people);
        }

        static int OfCohort(RoundResult result) => result.Allotted.Count(line => line.Need.StartsWith("need-of-c", StringComparison.Ordinal));
    }

    [Fact]
    public void Communities_have_equal_shares_however_many_ask()
    {
        var people = Enumerable.Range(0, 9).Select(index => new RoundPerson($"p{index}", Home) { Community = index < 8 ? "choir" : "bakers" }).ToList();
        var needs = people.SelectMany(person => new[] { _morning, _afternoon }.Select((window, index) =>
            Need(person.Id, window, "hall") with { Id = $"{person.Id}-{index}" }));

        var result = Draw(Freeze(Policy("fair-share"), [Offer("hall", 2, _day)], needs, people));

        Assert.Equal(4, result.Allotted.Count);
        Assert.Equal(2, result.Allotted.Count(line => line.Need.StartsWith("p8", StringComparison.Ordinal)));
    }

    [Fact]
    public void Presets_are_policies_that_can_be_adopted()
    {
        Assert.Equal(["childcare", "tools", "transport", "rooms", "compute"], PolicyPreset.All.Select(preset => preset.Name));
        Assert.All(PolicyPreset.All, preset =>
        {
            var made = PolicyCatalog.Create(
                preset.Kind, new PolicyName(preset.Name, 1), preset.Values.ToDictionary(pair => pair.Key, pair => (long)pair.Value)).Value;
            Assert.All(preset.Values, pair => Assert.Equal(pair.Value, made.Parameters[pair.Key]));
        });
    }

    private static RoundResult Turns(int first, string[] names, int units)
    {
        var policy = Policy("round-robin");
        return Draw(RoundInput.Create(
            Terms(policy) with { Turn = new RoundTurn(first, 3) },
            [Offer("hall", units, _day)],
            [],
            names.Select((name, position) => new RoundPerson(name, Home) { Position = position }),
            names.Select(name => Need(name, _morning, "hall"))).Value);
    }
}
