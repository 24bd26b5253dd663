namespace PostMoney.Core.Allocation.Kernel;

/// <summary>
/// Gives each accepted need the first unit that is free for its whole window. Where none is, promised uses may change units
/// at their own time to make room; a use once promised is never dropped.
/// </summary>
/// <remarks>
/// With several offers or windows this is interval scheduling with eligibility, which is NP-hard; the search is therefore
/// bounded: at most <c>moves</c> uses change, one in the way at a time, and the looks at units are counted.
/// </remarks>
internal sealed class Placement(Supply supply, IReadOnlyList<RoundNeed> needs, int moves)
{
    private const int Nowhere = -1;

    /// <summary>Units whose blocker is tried, at each of the levels.</summary>
    private const int MaxTries = 32;

    /// <summary>Looks at a unit while making room for one need; keeps the largest round within seconds.</summary>
    private const int MaxLooks = 2_000;

    private readonly Slot[] _slots = [.. needs.Select(need => Slot.Of(need.Window))];
    private readonly ushort[]?[] _open = new ushort[]?[needs.Count];
    private readonly int[] _unitOf = [.. Enumerable.Repeat(Nowhere, needs.Count)];

    /// <summary>Needs that were in the way during one search, with the unit that they had before it.</summary>
    private readonly Dictionary<int, int> _before = [];
    private int _looks;

    /// <summary>Whether any unit at all could serve the need, were nobody else there.</summary>
    public bool HasOpenUnit(int need) => Open(need).Length > 0;

    /// <summary>The unit that the need holds, or null.</summary>
    public Unit? UnitOf(int need) => _unitOf[need] == Nowhere ? null : supply[_unitOf[need]];

    /// <summary>Places a need.</summary>
    /// <returns>The needs that changed units for it, in ascending order; null when there is no room, and then nothing changed.</returns>
    public IReadOnlyList<int>? TryPlace(int need)
    {
        if (TryFree(need, Nowhere))
        {
            return [];
        }

        _looks = 0;
        _before.Clear();
        _before.Add(need, Nowhere);
        if (!TryMakeRoom(need, Nowhere, moves))
        {
            return null;
        }

        _before.Remove(need);
        return [.. _before.Where(entry => _unitOf[entry.Key] != entry.Value).Select(entry => entry.Key).Order()];
    }

    private bool TryFree(int need, int except)
    {
        foreach (var unit in Open(need))
        {
            if (unit != except && supply[unit].Calendar.IsUnused(_slots[need]))
            {
                Put(need, unit);
                return true;
            }
        }

        return false;
    }

    private bool TryMakeRoom(int need, int except, int movesLeft)
    {
        if (movesLeft == 0)
        {
            return false;
        }

        foreach (var unit in Open(need).Where(unit => unit != except).Take(MaxTries))
        {
            if (!supply[unit].Calendar.TryOnlyBlocker(_slots[need], out var blocker) || !_before.TryAdd(blocker, unit))
            {
                continue;
            }

            _looks += Open(blocker).Length;
            if (_looks > MaxLooks)
            {
                return false;
            }

            Take(blocker);
            Put(need, unit);
            if (TryFree(blocker, unit) || TryMakeRoom(blocker, unit, movesLeft - 1))
            {
                return true;
            }

            Take(need);
            Put(blocker, unit);
        }

        return false;
    }

    private void Put(int need, int unit)
    {
        supply[unit].Calendar.Add(_slots[need], need);
        _unitOf[need] = unit;
    }

    private void Take(int need)
    {
        supply[_unitOf[need]].Calendar.Remove(_slots[need]);
        _unitOf[need] = Nowhere;
    }

    private ushort[] Open(int need) => _open[need] ??= supply.OpenTo(needs[need], _slots[need]);
}
