using PostMoney.Fairness;

namespace PostMoney.Core.Allocation.Kernel;

/// <summary>The time axis of each offer, cut where wishes begin or end, and each group of units as a resource on it.</summary>
internal sealed class ResourceMap
{
    /// <summary>Cells of all resources; a kernel keeps some numbers for each.</summary>
    private const long MaxCells = 20_000_000;

    /// <summary>Cells of all options together; a kernel looks through them a few times.</summary>
    private const long MaxSteps = 500_000_000;

    /// <summary>Cells on one axis; the library counts a use's cells in 16 bits.</summary>
    private const int MaxAxis = ushort.MaxValue;

    private readonly Supply _supply;
    private readonly Dictionary<string, long[]> _axisOf;
    private readonly List<int> _used;
    private readonly int[] _numberOf;
    private readonly int[] _firstCell;

    /// <param name="supply">The units.</param>
    /// <param name="wishes">Every wish that is not cut, with its need.</param>
    public ResourceMap(Supply supply, IReadOnlyList<(RoundNeed Need, Slot Slot)> wishes)
    {
        _supply = supply;
        var (bounds, isUsed) = (new Dictionary<string, SortedSet<long>>(StringComparer.Ordinal), new bool[supply.Groups.Count]);
        foreach (var (need, slot) in wishes)
        {
            foreach (var group in supply.OpenTo(need, slot))
            {
                isUsed[group] = true;
                var offer = supply.Groups[group].Offer.Id;
                if (!bounds.TryGetValue(offer, out var of))
                {
                    bounds.Add(offer, of = []);
                }

                _ = of.Add(slot.From) | of.Add(slot.To);
            }
        }

        _axisOf = bounds.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);
        _used = [.. Enumerable.Range(0, isUsed.Length).Where(group => isUsed[group])];
        _numberOf = new int[isUsed.Length];
        _firstCell = new int[_used.Count + 1];
        var cells = 0L;
        for (var number = 0; number < _used.Count; number++)
        {
            _numberOf[_used[number]] = number;
            cells += AxisOf(_used[number]).Length - 1;
            _firstCell[number + 1] = (int)Math.Min(cells, int.MaxValue);
        }

        IsTooLarge = cells > MaxCells || _axisOf.Values.Any(axis => axis.Length > MaxAxis) || (Steps = StepsOf(wishes)) > MaxSteps;
    }

    public bool IsTooLarge { get; }

    /// <summary>Cells of all options together.</summary>
    public long Steps { get; }

    /// <summary>For each cell whether it is reserved (1) or not (0).</summary>
    public IReadOnlyList<int> ReservedCells => [.. Enumerable.Range(0, _used.Count).SelectMany(number =>
        Enumerable.Repeat(_supply.Groups[_used[number]].IsReserved ? 1 : 0, _firstCell[number + 1] - _firstCell[number]))];

    public void AddTo(ProblemBuilder builder)
    {
        for (var number = 0; number < _used.Count; number++)
        {
            var (group, axis) = (_supply.Groups[_used[number]], AxisOf(_used[number]));
            var capacity = new int[axis.Length - 1];
            for (var at = 0; at < capacity.Length; at++)
            {
                capacity[at] = group.Calendar.IsOpen(new Slot(axis[at], axis[at + 1])) ? group.Units.Count : 0;
            }

            // The library takes offers in the order of their names, and so this keeps the order in which they are tried.
            builder.AddOffer(FormattableString.Invariant($"{number:d5}"), capacity, axis);
        }
    }

    /// <summary>Where a wish could be fulfilled. Reserved units stand first, so that whoever may have them leaves the others.</summary>
    public IEnumerable<Option> OptionsOf(RoundNeed need, Slot slot) => _supply.OpenTo(need, slot)
        .Select(group => new Option(_numberOf[group], IndexOf(group, slot.From), IndexOf(group, slot.To) - IndexOf(group, slot.From)));

    public (UnitGroup Units, Slot Slot) PlaceOf(Given given)
    {
        var number = Array.BinarySearch(_firstCell, given.Cell);
        number = number < 0 ? ~number - 1 : number;
        var (axis, from) = (AxisOf(_used[number]), given.Cell - _firstCell[number]);
        return (_supply.Groups[_used[number]], new Slot(axis[from], axis[from + given.Length]));
    }

    private long StepsOf(IReadOnlyList<(RoundNeed Need, Slot Slot)> wishes) =>
        wishes.Sum(wish => _supply.OpenTo(wish.Need, wish.Slot).Sum(group => (long)IndexOf(group, wish.Slot.To) - IndexOf(group, wish.Slot.From)));

    private long[] AxisOf(int group) => _axisOf[_supply.Groups[group].Offer.Id];

    private int IndexOf(int group, long time) => Array.BinarySearch(AxisOf(group), time);
}
