using System.Globalization;
using Xunit;

namespace PostMoney.Fairness.Tests.Independent;

/// <summary>An allocation in words of the sheet: which wish has which place, and how many units there.</summary>
internal sealed record Outcome(Sheet Sheet, IReadOnlyList<(Wish Wish, Spot Spot, int Units)> Uses)
{
    public int Fill => Uses.Sum(use => use.Units);

    public static Outcome Of(Sheet sheet, AllocationProblem problem, Allocation allocation)
    {
        var uses = allocation.Given.Select(given =>
        {
            var name = problem.Cells[given.Cell];
            var at = name.LastIndexOf('@');
            var spot = new Spot(name[..at], int.Parse(name[(at + 1)..], CultureInfo.InvariantCulture), given.Length);
            return (sheet.WishOf(problem.Needs[given.Need]), spot, given.Units);
        }).ToArray();
        var outcome = new Outcome(sheet, uses);
        for (var person = 0; person < problem.People.Count; person++)
        {
            Assert.Equal(outcome.UnitsOf(problem.People[person]), allocation.Served[person]);
        }

        return outcome;
    }

    public int UnitsOf(string person) => Uses.Where(use => use.Wish.Person == person).Sum(use => use.Units);

    /// <summary>Units of everybody, by name.</summary>
    public SortedDictionary<string, int> Counts() =>
        new(Sheet.People.ToDictionary(person => person.Id, person => UnitsOf(person.Id)), StringComparer.Ordinal);

    /// <summary>One line for each use, in one order: equal text is an equal result.</summary>
    public string Text() => string.Join('\n', Uses
        .Select(use => string.Create(CultureInfo.InvariantCulture, $"{use.Wish.Id} {use.Spot.Thing}@{use.Spot.Instant}+{use.Spot.Length} {use.Units}"))
        .Order(StringComparer.Ordinal));

    /// <summary>Access of all who asked, least first.</summary>
    public long[] Access(int unit = 1000) =>
        [.. Sheet.Asking.Select(person => Sheet.Person(person).Access + ((long)unit * UnitsOf(person))).Order()];

    /// <summary>Every limit of §2.2: what a thing holds at every instant, what was asked for, caps, division, cooldown.</summary>
    public void AssertKeepsEveryLimit()
    {
        foreach (var (wish, spot, units) in Uses)
        {
            Assert.Contains(spot, wish.Places);
            Assert.InRange(units, 1, wish.Parallel);
        }

        foreach (var thing in Sheet.Things)
        {
            for (var instant = 0; instant < thing.Holds.Length; instant++)
            {
                Assert.InRange(Uses.Where(use => IsAt(use.Spot, thing.Id, instant)).Sum(use => use.Units), 0, thing.Holds[instant]);
            }
        }

        Assert.All(Uses.GroupBy(use => use.Wish.Id), uses => Assert.InRange(uses.Sum(use => use.Units), 1, uses.First().Wish.Units));
        Assert.All(Uses.GroupBy(use => (use.Wish.Person, use.Wish.Family)), uses => Assert.InRange(uses.Sum(use => use.Units), 1, uses.First().Wish.Cap));
        Assert.All(Uses, use => Assert.DoesNotContain(Uses, other => IsTooSoon(use, other)));
    }

    /// <summary>Whether a wish could have a place more, with nobody moved.</summary>
    public bool CouldHave(Wish wish) =>
        Uses.Where(use => use.Wish.Id == wish.Id).Sum(use => use.Units) < wish.Units
        && Uses.Where(use => (use.Wish.Person, use.Wish.Family) == (wish.Person, wish.Family)).Sum(use => use.Units) < wish.Cap
        && wish.Places.Any(spot => IsFree(wish, spot));

    private bool IsFree(Wish wish, Spot spot)
    {
        var holds = Sheet.Things.First(thing => thing.Id == spot.Thing).Holds;
        return Enumerable.Range(spot.Instant, spot.Length)
                .All(instant => Uses.Where(use => IsAt(use.Spot, spot.Thing, instant)).Sum(use => use.Units) < holds[instant])
            && Uses.Where(use => use.Wish.Id == wish.Id && use.Spot == spot).Sum(use => use.Units) < wish.Parallel
            && !Uses.Any(use => IsTooSoon(use, (wish, spot, 1)));
    }

    private bool IsTooSoon((Wish Wish, Spot Spot, int Units) one, (Wish Wish, Spot Spot, int Units) other) =>
        Sheet.Cooldown > 0 && one.Wish.Id != other.Wish.Id && one.Wish.Person == other.Wish.Person
        && one.Spot.Instant < other.Spot.Instant + other.Spot.Length + Sheet.Cooldown
        && other.Spot.Instant < one.Spot.Instant + one.Spot.Length + Sheet.Cooldown;

    private static bool IsAt(Spot spot, string thing, int instant) =>
        spot.Thing == thing && spot.Instant <= instant && instant < spot.Instant + spot.Length;
}
