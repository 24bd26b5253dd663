namespace PostMoney.Fairness.Tests.Independent;

/// <summary>Every way in which a sheet of single cells and single units can be shared out within its limits.</summary>
internal static class Everything
{
    public static List<Outcome> Of(Sheet sheet)
    {
        var all = new List<Outcome>();
        Go(sheet, 0, [], all);
        return all;
    }

    private static void Go(Sheet sheet, int number, List<(Wish Wish, Spot Spot, int Units)> uses, List<Outcome> all)
    {
        if (number == sheet.Wishes.Count)
        {
            all.Add(new Outcome(sheet, uses.ToArray()));
            return;
        }

        Go(sheet, number + 1, uses, all);
        var wish = sheet.Wishes[number];
        if (uses.Count(use => (use.Wish.Person, use.Wish.Family) == (wish.Person, wish.Family)) >= wish.Cap)
        {
            return;
        }

        foreach (var spot in wish.Places)
        {
            if (uses.Count(use => use.Spot == spot) < sheet.Things.First(thing => thing.Id == spot.Thing).Holds[spot.Instant])
            {
                uses.Add((wish, spot, 1));
                Go(sheet, number + 1, uses, all);
                uses.RemoveAt(uses.Count - 1);
            }
        }
    }
}
