using PostMoney.Core.Allocation;
using PostMoney.Core.Foundation;
using Xunit;
using static PostMoney.Core.Tests.Allocation.Town;

namespace PostMoney.Core.Tests.Allocation;

/// <summary>The hall on four Saturday afternoons in April; six groups rank the dates that would do.</summary>
public sealed class RankedWindows
{
    private static readonly Window _april = Between("2027-04-01T00:00:00Z", "2027-05-01T00:00:00Z");

    private static readonly (string Group, int Waited, int[] Dates)[] _asked =
    [
        ("choir", 0, [3, 24]), ("repair-cafe", 1, [17, 24]), ("language-class", 0, [10, 17]),
        ("drum-circle", 0, [24]), ("harbour-theatre", 0, [10, 3]), ("mothers-group", 1, [3, 10]),
    ];

    [Fact]
    public void Never_change_who_is_served()
    {
        foreach (var seed in Seeds())
        {
            var ranked = Allocator.Run(Hall(dates => dates), seed);
            var turned = Allocator.Run(Hall(dates => [.. dates.Reverse()]), seed);

            Assert.Equal(4, ranked.Allotted.Count);
            Assert.Equal(ranked.Allotted.Select(line => line.Need), turned.Allotted.Select(line => line.Need));
        }
    }

    [Fact]
    public void Are_chosen_from_in_the_order_of_claims_among_what_leaves_something_for_everybody_who_is_served()
    {
        foreach (var seed in Seeds())
        {
            var result = Allocator.Run(Hall(dates => dates), seed);
            var given = result.Allotted.ToDictionary(line => line.Need["need-of-".Length..], line => line.Window.From.Day);
            var order = result.Steps.Select(step => step.Person).Distinct().Where(given.ContainsKey).ToList();

            Assert.Equal(BestInTurn(order), order.Select(group => given[group]));
        }
    }

    [Fact]
    public void Are_told_in_the_line_and_the_explanation()
    {
        var result = Draw(Freeze(
            Lottery(), [Offer("hall", 1, _april)], [Need("choir", Saturday(3), "hall"), Need("drum-circle", Saturday(3), "hall") with { Others = [new RoundWish(Saturday(24))] }]));

        Assert.Equal((Saturday(3), Saturday(24)), (result.Allotted[0].Window, result.Allotted[1].Window));
        Assert.Equal(Saturday(24), result.Explain("need-of-drum-circle").Wanted);
    }

    [Fact]
    public void Are_at_most_five()
    {
        var need = Need("choir", Saturday(3), "hall") with { Others = [.. Enumerable.Repeat(new RoundWish(Saturday(10)), 5)] };

        Assert.Equal("round.bad-count", RoundInput.Create(
            Terms(Lottery()), [Offer("hall", 1, _april)], [], [new RoundPerson("choir", Home)], [need]).Refusal.Code);
    }

    // By hand: of all ways to serve exactly these, the first in order gets the best date, then the second …
    private static int[] BestInTurn(List<string> order)
    {
        List<int[]> ways = [[]];
        foreach (var group in order)
        {
            var dates = _asked.Single(asked => asked.Group == group).Dates;
            ways = [.. ways.SelectMany(way => dates.Where(date => !way.Contains(date)).Select(date => (int[])[.. way, date]))];
        }

        return ways.OrderBy(way => string.Join('.', way.Select((date, turn) => Array.IndexOf(_asked.Single(asked => asked.Group == order[turn]).Dates, date)))).First();
    }

    private static RoundInput Hall(Func<int[], int[]> ranked) => Freeze(
        Lottery(("quotaPerPerson", 1)),
        [Offer("hall", 1, _april)],
        _asked.Select(asked => (asked.Group, asked.Waited, Dates: ranked(asked.Dates))).Select(asked => Need(asked.Group, Saturday(asked.Dates[0]), "hall") with
        {
            RoundsWaited = asked.Waited,
            Others = [.. asked.Dates.Skip(1).Select(date => new RoundWish(Saturday(date)))],
        }));

    private static Window Saturday(int day) => new(At($"2027-04-{day:d2}T12:00:00Z"), At($"2027-04-{day:d2}T16:00:00Z"));

    private static IEnumerable<byte[]> Seeds() => Enumerable.Range(0, 40).Select(seed => System.Security.Cryptography.SHA256.HashData([(byte)seed]));
}
