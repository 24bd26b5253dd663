using System.Globalization;
using PostMoney.Fairness.Claims;
using PostMoney.Fairness.History;
using Xunit;

namespace PostMoney.Fairness.Tests.Rounds;

/// <summary>What a year of weekly rounds does to people, over ten towns (allocation.md §1.3).</summary>
public sealed class AYear(ITestOutputHelper output)
{
    private const int Towns = 10;

    [Fact]
    public void Of_least_access_first_gives_access_evenly_and_newcomers_their_share()
    {
        var year = Mean(LeastAccess, AccessDecay.WithHalfLife(4));

        Assert.InRange(year.Gini, 0, .19);
        Assert.InRange(year.NewcomerRatio, .85, 1.2);
    }

    [Fact]
    public void Of_a_lottery_weighted_by_waiting_leaves_nobody_far_behind()
    {
        Assert.InRange(Mean(ByWaiting, null).WorstRate, .40, 1);
    }

    // What the two are for: each is better than the plain lottery at its own, and neither costs anybody a place.
    [Fact]
    public void Of_a_plain_lottery_is_less_even_than_the_one_and_leaves_more_behind_than_the_other()
    {
        var (plain, least, waiting) = (Mean(Plain, null), Mean(LeastAccess, AccessDecay.WithHalfLife(4)), Mean(ByWaiting, null));

        Assert.True(plain.Gini > least.Gini + .05);
        Assert.True(plain.WorstRate < waiting.WorstRate);
        Assert.InRange(least.Fill, plain.Fill - .02, plain.Fill + .02);
        Assert.InRange(waiting.Fill, plain.Fill - .02, plain.Fill + .02);
    }

    // What the middle for newcomers and the fading are for.
    [Fact]
    public void Would_favour_newcomers_who_begin_at_nothing_and_more_so_where_nothing_fades()
    {
        var (fading, lasting) = (Mean(LeastAccess, AccessDecay.WithHalfLife(4), _ => 0), Mean(LeastAccess, null, _ => 0));

        Assert.True(fading.NewcomerRatio > Mean(LeastAccess, AccessDecay.WithHalfLife(4)).NewcomerRatio);
        Assert.True(lasting.NewcomerRatio > fading.NewcomerRatio + .1);
        Assert.InRange(lasting.NewcomerRatio, 1.2, 2);
    }

    private YearFigures Mean(Func<Year, AllocationProblem, byte[], ClaimOrder> policy, AccessDecay? decay, Func<IEnumerable<long>, long>? accessOfNewcomer = null)
    {
        var years = Enumerable.Range(0, Towns)
            .Select(town => new Year(string.Create(CultureInfo.InvariantCulture, $"town {town}"), policy, decay, accessOfNewcomer ?? AccessDecay.OfNewcomer).Run())
            .ToArray();
        var mean = new YearFigures(
            years.Average(year => year.Fill), years.Average(year => year.Waiting), years.Average(year => year.Gini), years.Average(year => year.WorstRate),
            years.Average(year => year.LightRate), years.Average(year => year.HeavyRate), years.Average(year => year.NewcomerRatio));
        output.WriteLine(mean.ToString());
        return mean;
    }

    private static LeastAccessFirst LeastAccess(Year year, AllocationProblem problem, byte[] seed) =>
        new([.. problem.People.Select(year.AccessOf)], null, Tickets.PlacesOfPeople(seed, problem.People));

    private static NeedLottery ByWaiting(Year year, AllocationProblem problem, byte[] seed) =>
        new(problem, Tickets.Places(seed, problem.Needs, [.. Enumerable.Range(0, problem.Needs.Count).Select(need => year.WeightOf(problem.People[problem.PersonOf(need)]))]));

    private static NeedLottery Plain(Year year, AllocationProblem problem, byte[] seed) => new(problem, Tickets.Places(seed, problem.Needs));
}
