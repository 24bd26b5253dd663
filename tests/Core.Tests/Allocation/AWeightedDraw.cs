using System.Buffers.Binary;
using PostMoney.Core.Allocation;
using Xunit;
using static PostMoney.Core.Tests.Allocation.Town;

namespace PostMoney.Core.Tests.Allocation;

public sealed class AWeightedDraw
{
    private static readonly string[] _people = ["asha", "bilal", "chidi", "dora"];

    [Theory]
    [InlineData(0, false, 1)]
    [InlineData(0, true, 2)]
    [InlineData(3, false, 4)]
    [InlineData(8, false, 9)]
    [InlineData(100, false, 9)]
    [InlineData(8, true, 18)]
    public void Weighs_waiting_and_urgency(int waited, bool isUrgent, int weight)
    {
        var need = Need("asha", Between("2027-03-06T08:00:00Z", "2027-03-06T09:00:00Z")) with { RoundsWaited = waited, IsUrgent = isUrgent };

        Assert.Equal(weight, Lottery().WeightOf(need));
    }

    [Fact]
    public void Never_weighs_more_than_sixty_four()
    {
        var need = Need("asha", Between("2027-03-06T08:00:00Z", "2027-03-06T09:00:00Z")) with { RoundsWaited = 8, IsUrgent = true };

        Assert.Equal(64, Lottery(("urgentFactor", 8)).WeightOf(need));
    }

    [Fact]
    public void Never_lowers_a_weight_or_worsens_a_key_for_more_waiting()
    {
        Plan.Check(Plan.Any, plan => Assert.All(plan.Needs, need =>
        {
            var later = need with { RoundsWaited = need.RoundsWaited + 1 };
            var (weight, heavier) = (plan.Policy.WeightOf(need), plan.Policy.WeightOf(later));
            Assert.True(heavier >= weight);
            Assert.True(Fairness.Lottery.TicketKeyOf(Secret, need.Person, heavier)
                .CompareTo(Fairness.Lottery.TicketKeyOf(Secret, need.Person, weight)) <= 0);
            Assert.True(plan.Policy.ClassOf(later) <= plan.Policy.ClassOf(need));
        }));
    }

    /// <summary>Chi-square over first places, 3 degrees of freedom; 40 is passed by chance once in 10^8. The seeds are fixed.</summary>
    [Fact]
    public void Draws_first_place_in_proportion_to_weight()
    {
        const int draws = 20_000;
        var input = Contest();
        var wins = _people.ToDictionary(person => $"need-of-{person}", _ => 0);

        for (var draw = 0; draw < draws; draw++)
        {
            wins[Allocator.Run(input, SeedOf(draw)).Allotted.Single().Need]++;
        }

        var chiSquare = _people.Select((person, index) =>
        {
            var expected = draws * (index + 1) / 10.0;
            return Math.Pow(wins[$"need-of-{person}"] - expected, 2) / expected;
        }).Sum();
        Assert.True(chiSquare < 40, $"Chi-square is {chiSquare}.");
    }

    /// <summary>Chi-square over all 24 orders by successive sampling, 23 degrees of freedom; 90 is passed once in 10^9.</summary>
    [Fact]
    public void Draws_whole_orders_by_successive_sampling()
    {
        const int draws = 40_000;
        var entrants = _people.Select((person, index) => (Id: person, Weight: index + 1)).ToList();
        var seen = new Dictionary<string, int>();

        for (var draw = 0; draw < draws; draw++)
        {
            var order = string.Join(' ', Fairness.Lottery.OrderByTicketKey(SeedOf(draw), entrants));
            seen[order] = seen.GetValueOrDefault(order) + 1;
        }

        var chiSquare = Orders(entrants).Sum(order =>
        {
            var expected = draws * order.Probability;
            return Math.Pow(seen.GetValueOrDefault(order.Order) - expected, 2) / expected;
        });
        Assert.True(chiSquare < 90, $"Chi-square is {chiSquare}.");
    }

    [Fact]
    public void Gives_everybody_a_first_unit_before_anybody_a_second()
    {
        var day = Between("2027-03-06T08:00:00Z", "2027-03-06T20:00:00Z");
        var needs = _people.SelectMany(person => Enumerable.Range(0, 5).Select(index =>
            Need(person, day, "chairs") with { Id = $"{person}-{index}", RoundsWaited = person == "asha" ? 8 : 0 }));

        var result = Draw(Freeze(Lottery(), [Offer("chairs", 6, day)], needs));

        Assert.Equal(_people, result.Steps.Take(4).Select(step => step.Person).Order());
        Assert.Equal(6, result.Allotted.Count);
        Assert.True(result.Allotted.GroupBy(line => line.Need[..^2]).All(own => own.Count() <= 2));
    }

    [Fact]
    public void Gives_no_more_to_whoever_asks_more_often()
    {
        var day = Between("2027-03-06T08:00:00Z", "2027-03-06T20:00:00Z");
        var wins = 0;

        for (var draw = 0; draw < 2_000; draw++)
        {
            var needs = Enumerable.Range(0, 6).Select(index => Need("asha", day, "hall") with { Id = $"asha-{index}" }).Append(Need("bilal", day, "hall"));
            var input = Freeze(Lottery(), [Offer("hall", 1, day)], needs);
            wins += Allocator.Run(input, SeedOf(draw)).Allotted.Single().Need == "need-of-bilal" ? 1 : 0;
        }

        Assert.InRange(wins, 850, 1_150);
    }

    private static RoundInput Contest()
    {
        var day = Between("2027-03-06T08:00:00Z", "2027-03-06T20:00:00Z");
        return Freeze(
            Lottery(), [Offer("hall", 1, day)], _people.Select((person, index) => Need(person, day, "hall") with { RoundsWaited = index }));
    }

    private static byte[] SeedOf(int draw)
    {
        var seed = new byte[SeedCommitment.Size];
        BinaryPrimitives.WriteInt32BigEndian(seed, draw);
        return seed;
    }

    private static IEnumerable<(string Order, double Probability)> Orders(List<(string Id, int Weight)> entrants)
    {
        if (entrants.Count == 0)
        {
            yield return ("", 1);
        }

        foreach (var first in entrants)
        {
            foreach (var (order, probability) in Orders([.. entrants.Where(other => other != first)]))
            {
                yield return ($"{first.Id} {order}".TrimEnd(), probability * first.Weight / entrants.Sum(entrant => entrant.Weight));
            }
        }
    }
}
