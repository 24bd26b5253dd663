namespace PostMoney.Fairness.Slots;

/// <summary>Which options use each cell at the moment, and how much. Each cell has room for as many entries as it holds.</summary>
internal sealed class Occupants
{
    private readonly int[] _start;
    private readonly int[] _count;
    private readonly int[] _option;
    private readonly int[] _need;

    public Occupants(ReadOnlySpan<int> capacity)
    {
        _start = new int[capacity.Length + 1];
        for (var cell = 0; cell < capacity.Length; cell++)
        {
            _start[cell + 1] = checked(_start[cell] + capacity[cell]);
        }

        _count = new int[capacity.Length];
        _option = new int[_start[^1]];
        _need = new int[_start[^1]];
    }

    /// <summary>The needs there, each once.</summary>
    public ReadOnlySpan<int> NeedsAt(int cell) => _need.AsSpan(_start[cell], _count[cell]);

    /// <summary>Their options, in the same order.</summary>
    public ReadOnlySpan<int> OptionsAt(int cell) => _option.AsSpan(_start[cell], _count[cell]);

    public void Add(int cell, int need, int option)
    {
        var at = _start[cell] + _count[cell]++;
        (_need[at], _option[at]) = (need, option);
    }

    public void Remove(int cell, int option)
    {
        var at = _start[cell] + OptionsAt(cell).IndexOf(option);
        var last = _start[cell] + --_count[cell];
        (_need[at], _option[at]) = (_need[last], _option[last]);
    }
}
