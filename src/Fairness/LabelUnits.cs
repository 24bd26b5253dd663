namespace PostMoney.Fairness;

/// <summary>Says which of an offer's interchangeable units each use has, so that nobody finds theirs in other hands.</summary>
/// <remarks>
/// The left-edge rule: uses by start, then by need; each takes the lowest unit that is free. No more units are named than are
/// in use at once, because interval graphs are perfect (allocation.md §2.2).
/// </remarks>
public static class LabelUnits
{
    /// <summary>Labels everything that was given.</summary>
    /// <returns>One label for each unit given, by need, then cell, then unit; the same for the same allocation in any order.</returns>
    public static IReadOnlyList<UnitLabel> Run(AllocationProblem problem, Allocation allocation)
    {
        var labels = new List<UnitLabel>();
        foreach (var uses in allocation.Given.GroupBy(given => problem.OfferOf(given.Cell)))
        {
            // Cells of one offer follow each other, so a cell stands for its instant; units are free from the cell named here.
            var freeFrom = new List<int>();
            foreach (var use in uses.OrderBy(use => use.Cell).ThenBy(use => use.Need).ThenBy(use => use.Length))
            {
                for (var unit = 0; unit < use.Units; unit++)
                {
                    labels.Add(new UnitLabel(use.Need, use.Cell, use.Length, Take(freeFrom, use)));
                }
            }
        }

        labels.Sort((a, b) => (a.Need, a.Cell, a.Unit).CompareTo((b.Need, b.Cell, b.Unit)));
        return labels;
    }

    private static int Take(List<int> freeFrom, Given use)
    {
        var unit = freeFrom.FindIndex(from => from <= use.Cell);
        if (unit < 0)
        {
            unit = freeFrom.Count;
            freeFrom.Add(0);
        }

        freeFrom[unit] = use.Cell + use.Length;
        return unit;
    }
}

/// <summary>A use has a unit of its own.</summary>
/// <param name="Need">Number of the need.</param>
/// <param name="Cell">The first cell.</param>
/// <param name="Length">How many cells in a row.</param>
/// <param name="Unit">Which unit of the offer, from 0.</param>
public readonly record struct UnitLabel(int Need, int Cell, int Length, int Unit);
