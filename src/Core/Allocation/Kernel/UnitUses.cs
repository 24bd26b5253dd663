namespace PostMoney.Core.Allocation.Kernel;

/// <summary>Every unit of a round with what was promised on it.</summary>
internal sealed class UnitUses
{
    private readonly Dictionary<string, UnitCalendar[]> _units;

    public UnitUses(RoundInput input) => _units = input.Offers.ToDictionary(
        offer => offer.Id,
        offer => offer.Units.Select(unit => new UnitCalendar([.. unit.Select(Slot.Of)])).ToArray(),
        StringComparer.Ordinal);

    /// <summary>Promises a use.</summary>
    /// <exception cref="InvalidOperationException">The unit is not free then: promising it twice would be a fault of ours.</exception>
    public void Add(RoundLine.Allotted line) => _units[line.Offer][line.Unit - 1].Add(Slot.Of(line.Window));

    /// <summary>The earliest moment, from the first choice's start on, at which a unit of the need's is unused for as long.</summary>
    public long? FirstUnused(RoundNeed need)
    {
        var slot = Slot.Of(need.Window);
        return need.Offers.SelectMany(offer => _units[offer])
            .Select(unit => unit.FirstUnused(slot.From, slot.To - slot.From))
            .Min();
    }
}
