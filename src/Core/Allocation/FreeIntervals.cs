using PostMoney.Core.Foundation;

namespace PostMoney.Core.Allocation;

/// <summary>When a unit is free: what is left of its offer's window.</summary>
public static class FreeIntervals
{
    /// <summary>The window without what is taken.</summary>
    /// <param name="window">When the offer holds; start it no earlier than the round's close.</param>
    /// <param name="taken">Uses promised on the unit, and times when it is out of use, in any order; they may overlap.</param>
    /// <returns>Disjoint intervals in ascending order; none where nothing is left.</returns>
    public static IReadOnlyList<Window> Of(Window window, IEnumerable<Window> taken)
    {
        var free = new List<Window>();
        var start = window.From;
        foreach (var use in taken.Where(use => use.IsValid && use.Overlaps(window)).OrderBy(use => use.From))
        {
            if (use.From > start)
            {
                free.Add(new Window(start, use.From));
            }

            start = use.To > start ? use.To : start;
        }

        if (start < window.To)
        {
            free.Add(new Window(start, window.To));
        }

        return free;
    }
}
