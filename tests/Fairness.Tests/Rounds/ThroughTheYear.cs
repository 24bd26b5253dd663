using PostMoney.Fairness.Tests.Independent;
using Xunit;

namespace PostMoney.Fairness.Tests.Rounds;

/// <summary>52 rounds one after the other, with what was given before taken off quotas and things; a ledger of its own looks at the whole.</summary>
public sealed class ThroughTheYear
{
    private const int Week = 7;
    private const int Weeks = 52;
    private const int Quota = 3;
    private const int QuotaWeeks = 2;
    private const int Cooldown = 4;

    private static readonly string[] _people = ["Amina", "Chen", "Dora", "Eli", "Fay", "Gus"];

    [Theory]
    [InlineData("least access")]
    [InlineData("person lottery")]
    public void Nobody_has_more_than_the_quota_of_a_fortnight_or_comes_again_too_soon(string order)
    {
        var ledger = new List<(string Person, string Thing, int From, int To)>();
        var refused = 0;
        for (var week = 0; week < Weeks; week++)
        {
            var sheet = Round(week, ledger);
            var outcome = sheet.Run(order, $"week {week}");
            outcome.AssertKeepsEveryLimit();
            refused += sheet.Wishes.Count - outcome.Fill;
            ledger.AddRange(outcome.Uses.Select(use => (
                use.Wish.Person, use.Spot.Thing, (week * Week) + use.Spot.Instant, (week * Week) + use.Spot.Instant + use.Spot.Length)));
        }

        foreach (var person in _people)
        {
            var own = ledger.Where(use => use.Person == person).OrderBy(use => use.From).ToArray();
            Assert.All(own.GroupBy(use => use.From / (Week * QuotaWeeks)), fortnight => Assert.InRange(fortnight.Count(), 1, Quota));
            Assert.All(own.Zip(own.Skip(1)), pair => Assert.True(pair.First.To + Cooldown <= pair.Second.From));
            Assert.InRange(own.Length, 20, Weeks * Quota / QuotaWeeks);
        }

        Assert.All(ledger.GroupBy(use => use.Thing), uses => Assert.All(
            uses, use => Assert.InRange(uses.Count(other => use.From < other.To && other.From < use.To), 1, 1)));
        Assert.InRange(refused, Weeks, int.MaxValue);
    }

    // The caller takes off what was had before: from the quota of the fortnight, and places too near to the last use.
    private static Sheet Round(int week, List<(string Person, string Thing, int From, int To)> ledger)
    {
        var dice = new Dice($"replay {week}");
        var wishes = Enumerable.Range(0, 14).Select(number =>
        {
            var (person, length, start) = (_people[dice.Below(_people.Length)], dice.Between(1, 2), dice.Below(5));
            var had = ledger.Count(use => use.Person == person && use.From / (Week * QuotaWeeks) == week / QuotaWeeks);
            var last = ledger.Where(use => use.Person == person).Select(use => use.To).DefaultIfEmpty(-Cooldown).Max();
            var places =
                from instant in Enumerable.Range(start, 3)
                from thing in (string[])["room", "hall"]
                where instant + length <= Week && last + Cooldown <= (week * Week) + instant
                select new Spot(thing, instant, length);
            return new Wish($"wish-{number:00}", person, [.. places], week / QuotaWeeks, Quota - had);
        });
        return new Sheet(
            [.. _people.Select((id, at) => new Somebody(id, 1000L * ledger.Count(use => use.Person == id), Position: at))],
            [new Thing("room", [1, 1, 1, 1, 1, 1, 1]), new Thing("hall", [1, 1, 1, 1, 1, 1, 1])], [.. wishes], Cooldown);
    }
}
