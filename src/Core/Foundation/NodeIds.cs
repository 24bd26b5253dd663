using System.Buffers.Binary;

namespace PostMoney.Core.Foundation;

/// <summary>Makes the ids of everything that this node stores: version 7 UUIDs, so that order by id is order by time.</summary>
/// <remarks>
/// RFC 9562 §5.7. Within a millisecond each is larger than the one before by a random step (§6.2, method 2), so that what this process
/// makes is in the order of its making, and still no id tells the next. Where the clock is set back, order begins anew.
/// </remarks>
public sealed class NodeIds(TimeProvider clock, Randomness randomness)
{
    private readonly Lock _lock = new();
    private long _millisecond = long.MinValue;
    private ushort _head;
    private ulong _tail;

    /// <summary>A new id.</summary>
    public Guid Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        randomness.Fill(bytes[6..]);
        var millisecond = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var (head, tail) = After(millisecond, BinaryPrimitives.ReadUInt16BigEndian(bytes[6..]), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));
        BinaryPrimitives.WriteInt64BigEndian(bytes, millisecond << 16);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], head);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], tail);
        return new Guid(bytes, bigEndian: true);
    }

    // The version, 7, before the head, and the variant, 10, before the tail; one more bit is left free, so that steps have room.
    private (ushort Head, ulong Tail) After(long millisecond, ushort randomHead, ulong randomTail)
    {
        lock (_lock)
        {
            (_head, _tail) = millisecond == _millisecond
                ? (_head, _tail + 1 + (randomTail & uint.MaxValue))
                : ((ushort)(0x7000 | (randomHead & 0x0FFF)), (randomTail >> 3) | (1UL << 63));
            _millisecond = millisecond;
            return (_head, _tail);
        }
    }
}
