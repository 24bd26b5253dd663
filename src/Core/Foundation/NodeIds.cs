using System.Buffers.Binary;

namespace PostMoney.Core.Foundation;

/// <summary>Makes the ids of everything that this node stores: version 7 UUIDs, so that order by id is order by time.</summary>
/// <remarks>RFC 9562 §5.7. Time is to the millisecond; two ids of the same millisecond are in no particular order.</remarks>
public sealed class NodeIds(TimeProvider clock, Randomness randomness)
{
    /// <summary>A new id.</summary>
    public Guid Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        randomness.Fill(bytes[6..]);
        Span<byte> time = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(time, clock.GetUtcNow().ToUnixTimeMilliseconds());
        time[2..].CopyTo(bytes);
        bytes[6] = (byte)(0x70 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }
}
