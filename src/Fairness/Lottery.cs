using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace PostMoney.Fairness;

/// <summary>The seeded lottery: tickets by SHA-256, and two keys that turn a weight into a fair order. Integers only.</summary>
/// <remarks>
/// A ticket depends on the seed and its holder alone, so taking one entrant out leaves everybody else's ticket as it was
/// (consistent sampling, Rivest, arXiv 1808.10016). Both keys draw first place with probability weight ÷ sum of weights and
/// go on by successive sampling (Efraimidis and Spirakis 2006); being among the first k is less than proportional to weight.
/// </remarks>
public static class Lottery
{
    /// <summary>The heaviest weight a T-key takes; each unit of weight costs one hash.</summary>
    public const int MaxWeight = 64;

    /// <summary>Bytes of a seed, a ticket and a T-key.</summary>
    public const int Size = 32;

    private const int FractionBits = 52;

    private static readonly byte[] _domain = "alloc/lottery/v1\0"u8.ToArray();

    /// <summary>Ticket <paramref name="number"/> of an entrant.</summary>
    /// <returns>SHA-256("alloc/lottery/v1" ‖ 00 ‖ seed ‖ u16be(length of id) ‖ id as UTF-8 ‖ u32be(number)), 32 bytes.</returns>
    /// <exception cref="ArgumentException">The seed is not 32 bytes, or the id is longer than 65,535 bytes.</exception>
    public static byte[] Ticket(ReadOnlySpan<byte> seed, string id, uint number) =>
        SHA256.HashData(Message(seed, id, number));

    /// <summary>The smallest of an entrant's first <paramref name="weight"/> tickets; the smallest key comes first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The weight is not in 1..64.</exception>
    public static TicketKey TicketKeyOf(ReadOnlySpan<byte> seed, string id, int weight) =>
        TicketKeysOf(seed, id, weight)[^1];

    /// <summary>The T-keys of one entrant for every weight from 1 to <paramref name="maxWeight"/>, in that order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The weight is not in 1..64.</exception>
    public static IReadOnlyList<TicketKey> TicketKeysOf(ReadOnlySpan<byte> seed, string id, int maxWeight)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxWeight, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxWeight, MaxWeight);
        var message = Message(seed, id, 0);
        var keys = new TicketKey[maxWeight];
        for (var number = 0; number < maxWeight; number++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(message.AsSpan(message.Length - sizeof(uint)), (uint)number);
            var ticket = new TicketKey(SHA256.HashData(message), number);
            keys[number] = number == 0 || ticket.CompareTo(keys[number - 1]) < 0 ? ticket : keys[number - 1];
        }

        return keys;
    }

    /// <summary>The E-key of an entrant, for any integer weight: 64·2^52 − log2(1 + first 64 bits of ticket 0), in 1/2^52.</summary>
    public static ulong ExponentialKeyOf(ReadOnlySpan<byte> seed, string id) => ExponentialKeyOf(Ticket(seed, id, 0));

    /// <summary>Binary logarithm with 52 fractional bits, by repeated squaring, truncated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not in 1..2^64.</exception>
    public static ulong LogarithmOf(UInt128 value)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(value, UInt128.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, UInt128.One << 64);
        if (value == UInt128.One << 64)
        {
            return 64UL << FractionBits;
        }

        var whole = 63 - BitOperations.LeadingZeroCount((ulong)value);
        var mantissa = (ulong)value << (63 - whole);
        var fraction = 0UL;
        for (var bit = 0; bit < FractionBits; bit++)
        {
            var high = Math.BigMul(mantissa, mantissa, out var low);
            var carry = high >> 63;
            fraction = (fraction << 1) | carry;
            mantissa = carry == 1 ? high : (high << 1) | (low >> 63);
        }

        return ((ulong)whole << FractionBits) | fraction;
    }

    /// <summary>Entrants in drawn order by T-key.</summary>
    public static IReadOnlyList<string> OrderByTicketKey(
        ReadOnlySpan<byte> seed, IReadOnlyList<(string Id, int Weight)> entrants)
    {
        var keyed = new List<(TicketKey Key, string Id)>(entrants.Count);
        foreach (var (id, weight) in entrants)
        {
            keyed.Add((TicketKeyOf(seed, id, weight), id));
        }

        keyed.Sort((a, b) => a.Key.CompareTo(b.Key) is var byKey and not 0 ? byKey : CompareIds(a.Id, b.Id));
        return [.. keyed.Select(entry => entry.Id)];
    }

    /// <summary>Entrants in drawn order by E-key ÷ weight, compared exactly; a tie goes by ticket 0, then by the bytes of the id.</summary>
    public static IReadOnlyList<string> OrderByExponentialKey(
        ReadOnlySpan<byte> seed, IReadOnlyList<(string Id, uint Weight)> entrants)
    {
        var keyed = new List<(ulong Key, uint Weight, byte[] Ticket, string Id)>(entrants.Count);
        foreach (var (id, weight) in entrants)
        {
            ArgumentOutOfRangeException.ThrowIfZero(weight);
            var ticket = Ticket(seed, id, 0);
            keyed.Add((ExponentialKeyOf(ticket), weight, ticket, id));
        }

        keyed.Sort((a, b) =>
        {
            var byKey = ((UInt128)a.Key * b.Weight).CompareTo((UInt128)b.Key * a.Weight);
            var byTicket = byKey != 0 ? byKey : a.Ticket.AsSpan().SequenceCompareTo(b.Ticket);
            return byTicket != 0 ? byTicket : CompareIds(a.Id, b.Id);
        });
        return [.. keyed.Select(entry => entry.Id)];
    }

    private static ulong ExponentialKeyOf(ReadOnlySpan<byte> ticket) =>
        (64UL << FractionBits) - LogarithmOf(UInt128.One + BinaryPrimitives.ReadUInt64BigEndian(ticket));

    private static byte[] Message(ReadOnlySpan<byte> seed, string id, uint number)
    {
        if (seed.Length != Size)
        {
            throw new ArgumentException("A seed has 32 bytes.", nameof(seed));
        }

        var length = Encoding.UTF8.GetByteCount(id);
        if (length > ushort.MaxValue)
        {
            throw new ArgumentException("An id has at most 65,535 bytes.", nameof(id));
        }

        var message = new byte[_domain.Length + Size + sizeof(ushort) + length + sizeof(uint)];
        var rest = message.AsSpan();
        _domain.CopyTo(rest);
        rest = rest[_domain.Length..];
        seed.CopyTo(rest);
        rest = rest[Size..];
        BinaryPrimitives.WriteUInt16BigEndian(rest, (ushort)length);
        Encoding.UTF8.GetBytes(id, rest[sizeof(ushort)..]);
        BinaryPrimitives.WriteUInt32BigEndian(rest[(sizeof(ushort) + length)..], number);
        return message;
    }

    private static int CompareIds(string a, string b) =>
        Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b));
}
