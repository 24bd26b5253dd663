namespace PostMoney.Core.Allocation.Kernel;

/// <summary>All units of a round, in the order in which they are tried: offers by their order and id, units by number.</summary>
internal sealed class Supply
{
    private readonly List<Unit> _units = [];
    private readonly Dictionary<string, (int First, int Count)> _rangeOf = new(StringComparer.Ordinal);

    public Supply(IReadOnlyList<RoundOffer> offers)
    {
        foreach (var offer in offers.OrderBy(offer => offer.Order).ThenBy(offer => offer.Id, StringComparer.Ordinal))
        {
            _rangeOf.Add(offer.Id, (_units.Count, offer.Units.Count));
            for (var number = 1; number <= offer.Units.Count; number++)
            {
                var free = offer.Units[number - 1].Select(Slot.Of).ToList();
                _units.Add(new Unit(offer.Id, number, new UnitCalendar(free)));
            }
        }
    }

    public Unit this[int unit] => _units[unit];

    /// <summary>The units that a need may be given and that are open for its slot, in trying order.</summary>
    public ushort[] OpenTo(RoundNeed need, Slot slot)
    {
        var open = new List<ushort>();
        foreach (var (first, count) in need.Offers.Select(offer => _rangeOf[offer]).Order())
        {
            for (var unit = first; unit < first + count; unit++)
            {
                if (_units[unit].Calendar.IsOpen(slot))
                {
                    open.Add((ushort)unit);
                }
            }
        }

        return [.. open];
    }

    /// <summary>The earliest moment, from the slot's start on, at which a unit of the need's is unused for as long.</summary>
    public long? FirstUnused(RoundNeed need, Slot slot)
    {
        long? first = null;
        foreach (var (from, count) in need.Offers.Select(offer => _rangeOf[offer]))
        {
            for (var unit = from; unit < from + count; unit++)
            {
                if (_units[unit].Calendar.FirstUnused(slot.From, slot.To - slot.From) is { } moment && (first is null || moment < first))
                {
                    first = moment;
                }
            }
        }

        return first;
    }
}

/// <summary>Unit <paramref name="Number"/>, from 1, of an offer.</summary>
internal sealed record Unit(string Offer, int Number, UnitCalendar Calendar);
