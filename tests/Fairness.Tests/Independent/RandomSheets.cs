using System.Globalization;

namespace PostMoney.Fairness.Tests.Independent;

/// <summary>Small rounds by chance, tight enough that people are in each other's way.</summary>
internal static class RandomSheets
{
    public static IEnumerable<Sheet> Slots(int count) => Many("slot", count, dice => Make(dice, 1, 1, 0));

    /// <summary>Needs that can be divided.</summary>
    public static IEnumerable<Sheet> Flows(int count) => Many("flow", count, dice => Make(dice, 1, 6, 0));

    public static IEnumerable<Sheet> Intervals(int count) => Many("interval", count, dice => Make(dice, 4, 1, 0));

    public static IEnumerable<Sheet> IntervalsWithCooldown(int count) => Many("cooldown", count, dice => Make(dice, 3, 1, dice.Between(1, 3)));

    private static IEnumerable<Sheet> Many(string kind, int count, Func<Dice, Sheet> make) =>
        Enumerable.Range(0, count).Select(number => make(new Dice(Text($"{kind} {number}"))));

    private static Sheet Make(Dice dice, int longest, int mostUnits, int cooldown)
    {
        var horizon = dice.Between(3, 9);
        var things = Enumerable.Range(0, dice.Between(1, 4))
            .Select(number => new Thing(Text($"thing-{dice.Below(1000)}-{number}"), Holds(dice, horizon)))
            .ToArray();
        var people = Enumerable.Range(0, dice.Between(2, 8))
            .Select(number => new Somebody(
                Text($"person-{dice.Below(1000)}-{number}"), dice.IsLucky(50) ? 0 : dice.Below(4000), dice.Between(1, 3), dice.Between(1, 8),
                dice.Below(3), number))
            .ToArray();
        var caps = new Dictionary<(string, long), int>();
        var wishes = new List<Wish>();
        for (var number = dice.Between(3, 16); number > 0; number--)
        {
            var (person, family) = (people[dice.Below(people.Length)].Id, dice.Below(2));
            if (!caps.TryGetValue((person, family), out var cap))
            {
                caps.Add((person, family), cap = dice.Between(1, mostUnits + 2));
            }

            wishes.Add(new Wish(
                Text($"wish-{dice.Below(1000)}-{number}"), person, Places(dice, things, horizon, longest), family, cap,
                dice.Between(1, mostUnits), mostUnits == 1 ? 1 : dice.Between(1, 3), dice.Below(3)));
        }

        return new Sheet(people, things, wishes, cooldown);
    }

    private static int[] Holds(Dice dice, int horizon)
    {
        var (count, from, to) = (dice.Between(1, 2), dice.Below(2), horizon - dice.Below(2));
        return [.. Enumerable.Range(0, horizon).Select(instant => instant >= from && instant < to ? count : 0)];
    }

    // Only where the thing is: what holds nothing is no option.
    private static Spot[] Places(Dice dice, Thing[] things, int horizon, int longest)
    {
        var (length, first) = (dice.Between(1, Math.Min(longest, horizon)), dice.Below(horizon));
        return [..
            from instant in Enumerable.Range(first, dice.Between(1, 3))
            from thing in things
            where instant + length <= horizon && thing.Holds[instant..(instant + length)].All(held => held > 0) && dice.IsLucky(70)
            select new Spot(thing.Id, instant, length)];
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
