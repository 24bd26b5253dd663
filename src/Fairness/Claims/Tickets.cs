using System.Security.Cryptography;
using System.Text;

namespace PostMoney.Fairness.Claims;

/// <summary>Draws a ticket for each name and says who has which place among all. A place stands in for 32 bytes in keys.</summary>
public static class Tickets
{
    private static readonly byte[] _personDomain = "alloc/person/v1\0"u8.ToArray();

    /// <summary>Places by ticket 0 of the lottery (<see cref="Lottery.Ticket"/>).</summary>
    public static int[] Places(ReadOnlySpan<byte> seed, IReadOnlyList<string> names)
    {
        var tickets = new byte[names.Count][];
        for (var at = 0; at < tickets.Length; at++)
        {
            tickets[at] = Lottery.Ticket(seed, names[at], 0);
        }

        return Places(tickets);
    }

    /// <summary>Places by the smallest of as many tickets as each one's weight, 1 to <see cref="Lottery.MaxWeight"/>.</summary>
    public static int[] Places(ReadOnlySpan<byte> seed, IReadOnlyList<string> names, IReadOnlyList<int> weights)
    {
        var tickets = new byte[names.Count][];
        for (var at = 0; at < tickets.Length; at++)
        {
            tickets[at] = Lottery.TicketKeyOf(seed, names[at], weights[at]).Bytes.ToArray();
        }

        return Places(tickets);
    }

    /// <summary>Places by the person ticket of the transcript format: SHA-256("alloc/person/v1" ‖ 00 ‖ seed ‖ u16be(length) ‖ id ‖ u32be(0)).</summary>
    public static int[] PlacesOfPeople(ReadOnlySpan<byte> seed, IReadOnlyList<string> names)
    {
        var tickets = new byte[names.Count][];
        for (var at = 0; at < tickets.Length; at++)
        {
            tickets[at] = PersonTicket(seed, names[at]);
        }

        return Places(tickets);
    }

    internal static byte[] PersonTicket(ReadOnlySpan<byte> seed, string name)
    {
        var id = Encoding.UTF8.GetBytes(name);
        return SHA256.HashData([.. _personDomain, .. seed, (byte)(id.Length >> 8), (byte)id.Length, .. id, 0, 0, 0, 0]);
    }

    /// <summary>Equal tickets, which only equal names have, would keep the order of the names.</summary>
    private static int[] Places(byte[][] tickets)
    {
        var order = new int[tickets.Length];
        for (var at = 0; at < order.Length; at++)
        {
            order[at] = at;
        }

        Array.Sort(order, (a, b) => tickets[a].AsSpan().SequenceCompareTo(tickets[b]) is var by and not 0 ? by : a.CompareTo(b));
        var places = new int[tickets.Length];
        for (var place = 0; place < order.Length; place++)
        {
            places[order[place]] = place;
        }

        return places;
    }
}
