namespace PostMoney.Fairness;

/// <summary>The options of all needs, one list after the other. Grows in pieces, so that millions are copied but once.</summary>
internal sealed class OptionLists(int needs)
{
    private const int PieceSize = 1 << 18;

    private readonly int[] _start = new int[needs + 1];
    private readonly List<int[]> _cells = [];
    private readonly List<ushort[]> _lengths = [];
    private int _count;
    private bool _hasLengths;

    public void Add(int cell, int length)
    {
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

    public void Close(int need) => _start[need + 1] = _count;

    public (int[] Start, int[] Cell, ushort[] Length) ToArrays() =>
        (_start, Whole(_cells), _hasLengths ? Whole(_lengths) : []);

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
