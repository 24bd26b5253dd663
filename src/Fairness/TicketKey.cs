namespace PostMoney.Fairness;

/// <summary>An entrant's winning ticket: 32 bytes that compare as a big-endian number, and which ticket it was.</summary>
public readonly struct TicketKey
{
    private readonly byte[]? _bytes;

    internal TicketKey(byte[] bytes, int number)
    {
        _bytes = bytes;
        Number = number;
    }

    /// <summary>The number of the smallest ticket, from 0; one hash of it proves the key.</summary>
    public int Number { get; }

    /// <summary>The 32 bytes of that ticket.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>The ticket in 64 lower-case hexadecimal digits.</summary>
    public string Hex => Convert.ToHexStringLower(Bytes);

    /// <summary>Below zero when this key is drawn before the other.</summary>
    public int CompareTo(TicketKey other) => Bytes.SequenceCompareTo(other.Bytes);
}
