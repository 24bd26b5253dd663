namespace PostMoney.Fairness;

/// <summary>The options of all needs, one list after the other. Grows in pieces, so that millions are copied but once.</summary>
internal sealed class OptionLists(int needs, int cells)
{
    private const int PieceSize = 1 << 18;

    private readonly int[] _start = new int[needs + 1];
    private readonly List<int[]> _cells = [];
    private readonly List<ushort[]> _lengths = [];
    private readonly int[] _lastNeed = new int[cells];
    private int _need = 1;
    private int _count;
    private bool _hasLengths;

    /// <summary>Adds an option to the need that is open, unless it is there.</summary>
    public void Add(int cell, int length)
    {
        if (_lastNeed[cell] == _need && IsThere(cell, length))
        {
            return;
        }

        _lastNeed[cell] = _need;
        if (_count % PieceSize == 0)
        {
            _cells.Add(new int[PieceSize]);
            _lengths.Add(_hasLengths ? new ushort[PieceSize] : []);
        }

        if (length != 1 && !_hasLengths)
        {
            BeginLengths();
        }

        _cells[^1][_count % PieceSize] = cell;
        if (_hasLengths)
        {
            _lengths[^1][_count % PieceSize] = checked((ushort)length);
        }

        _count = checked(_count + 1);
    }

    public void Close(int need)
    {
        _start[need + 1] = _count;
        _need = need + 2;
    }

    public (int[] Start, int[] Cell, ushort[] Length) ToArrays() =>
        (_start, Whole(_cells), _hasLengths ? Whole(_lengths) : []);

    private bool IsThere(int cell, int length)
    {
        for (var option = _start[_need - 1]; option < _count; option++)
        {
            if (_cells[option / PieceSize][option % PieceSize] == cell && (_hasLengths ? _lengths[option / PieceSize][option % PieceSize] : 1) == length)
            {
                return true;
            }
        }

        return false;
    }

    private void BeginLengths()
    {
        _hasLengths = true;
        for (var piece = 0; piece < _lengths.Count; piece++)
        {
            _lengths[piece] = new ushort[PieceSize];
            Array.Fill(_lengths[piece], (ushort)1);
        }
    }

    private T[] Whole<T>(List<T[]> pieces)
    {
        var whole = GC.AllocateUninitializedArray<T>(_count);
        for (var piece = 0; piece < pieces.Count; piece++)
        {
            pieces[piece].AsSpan(0, Math.Min(PieceSize, _count - (piece * PieceSize))).CopyTo(whole.AsSpan(piece * PieceSize));
            pieces[piece] = [];
        }

        return whole;
    }
}
