namespace PostMoney.Core.Allocation.Kernel;

/// <summary>All units of a round in groups, in the order in which they are tried: offers by their order and id, then by unit.</summary>
internal sealed class Supply
{
    private const int Whole = 100;

    private readonly List<UnitGroup> _groups = [];
    private readonly Dictionary<string, (int First, int Count)> _rangeOf = new(StringComparer.Ordinal);

    /// <param name="offers">What can be given.</param>
    /// <param name="reservedPercent">How many of an offer's hundred units, rounded down and the lowest numbers, are reserved for a cohort.</param>
    public Supply(IReadOnlyList<RoundOffer> offers, int reservedPercent)
    {
        foreach (var offer in offers.OrderBy(offer => offer.Order).ThenBy(offer => offer.Id, StringComparer.Ordinal))
        {
            var first = _groups.Count;
            var reserved = offer.Units.Count * reservedPercent / Whole;
            var free = offer.Units.Select(unit => unit.Select(Slot.Of).ToArray()).ToList();
            _groups.AddRange(Enumerable.Range(1, offer.Units.Count)
                .GroupBy(number => (IsReserved: number <= reserved, Free: string.Join(',', free[number - 1].Select(slot => (slot.From, slot.To)))))
                .Select(alike => new UnitGroup(offer, [.. alike], alike.Key.IsReserved, new UnitCalendar(free[alike.First() - 1]))));
            _rangeOf.Add(offer.Id, (first, _groups.Count - first));
        }
    }

    public IReadOnlyList<UnitGroup> Groups => _groups;

    /// <summary>The groups that a need may be given and that are free for the whole slot, in trying order.</summary>
    public IEnumerable<int> OpenTo(RoundNeed need, Slot slot) => need.Offers.Select(offer => _rangeOf[offer]).Order()
        .SelectMany(range => Enumerable.Range(range.First, range.Count))
        .Where(group => _groups[group].Calendar.IsOpen(slot));
}
