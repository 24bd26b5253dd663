namespace PostMoney.Core.Allocation.Kernel;

/// <summary>Says which of alike units each need gets: by start, then by the need's name, the lowest number that is free.</summary>
/// <remarks>As many units as are ever used at once suffice, because uses of one line of time make an interval graph.</remarks>
internal static class UnitLabels
{
    /// <summary>A line for each need that was given something.</summary>
    public static IReadOnlyList<RoundLine.Allotted> Of(RoundProblem round, Fairness.Allocation allocation)
    {
        var placed = allocation.Given.Select(given => (Need: round.NeedOf(given.Need), Place: round.PlaceOf(given))).ToList();
        return [.. placed.GroupBy(use => use.Place.Units, ReferenceEqualityComparer.Instance).SelectMany(alike => Label((UnitGroup)alike.Key!,
            alike.OrderBy(use => use.Place.Slot.From).ThenBy(use => use.Need.Id, StringComparer.Ordinal).Select(use => (use.Need, use.Place.Slot))))];
    }

    private static IEnumerable<RoundLine.Allotted> Label(UnitGroup group, IEnumerable<(RoundNeed Need, Slot Slot)> uses)
    {
        var (free, busy) = (new PriorityQueue<int, int>(group.Units.Select(unit => (unit, unit))), new PriorityQueue<int, long>());
        foreach (var (need, slot) in uses)
        {
            while (busy.TryPeek(out var done, out var until) && until <= slot.From)
            {
                free.Enqueue(done, done);
                busy.Dequeue();
            }

            var unit = free.Dequeue();
            busy.Enqueue(unit, slot.To);
            var window = need.Wishes.First(wish => Slot.Of(wish.Window) == slot).Window;
            yield return new RoundLine.Allotted(need.Id, group.Offer.Id, unit, window);
        }
    }
}
