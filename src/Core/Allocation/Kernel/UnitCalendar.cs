namespace PostMoney.Core.Allocation.Kernel;

/// <summary>One unit: when it may be used, and the uses promised on it. No two promised uses ever share a moment.</summary>
internal sealed class UnitCalendar(IReadOnlyList<Slot> free)
{
    private readonly List<Slot> _uses = [];

    /// <summary>Whether the whole slot lies in one free interval, uses promised in this round left aside.</summary>
    public bool IsOpen(Slot slot)
    {
        var (low, high) = (0, free.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = free[middle].To < slot.To ? (middle + 1, high) : (low, middle);
        }

        return low < free.Count && free[low].Contains(slot);
    }

    /// <summary>Promises an open, unused slot.</summary>
    /// <exception cref="InvalidOperationException">It is not open, or is used: promising it twice would be a fault of ours.</exception>
    public void Add(Slot slot)
    {
        var place = FirstEndingAfter(slot.From);
        if (!IsOpen(slot) || (place < _uses.Count && _uses[place].From < slot.To))
        {
            throw new InvalidOperationException("A unit would be promised twice.");
        }

        _uses.Insert(place, slot);
    }

    /// <summary>The first moment from <paramref name="from"/> on at which it is open and unused for the whole length.</summary>
    public long? FirstUnused(long from, long length)
    {
        foreach (var interval in free)
        {
            var start = Math.Max(from, interval.From);
            for (var use = FirstEndingAfter(start); start + length <= interval.To; use++)
            {
                if (use == _uses.Count || _uses[use].From >= start + length)
                {
                    return start;
                }

                start = _uses[use].To;
            }
        }

        return null;
    }

    /// <summary>Uses are disjoint and in order, so their ends ascend as their starts do.</summary>
    private int FirstEndingAfter(long moment)
    {
        var (low, high) = (0, _uses.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _uses[middle].To <= moment ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
