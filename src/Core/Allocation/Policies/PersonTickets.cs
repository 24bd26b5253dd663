using PostMoney.Core.Allocation.Kernel;
using PostMoney.Fairness;

namespace PostMoney.Core.Allocation.Policies;

/// <summary>A ticket for every claim of every person: the smallest of as many as the person's next heaviest need weighs.</summary>
internal sealed class PersonTickets
{
    private readonly DrawnTicket[][] _tickets;
    private readonly int[][] _places;

    private PersonTickets(DrawnTicket[][] tickets)
    {
        _tickets = tickets;
        _places = Array.ConvertAll(tickets, own => new int[own.Length]);
        var all = tickets.SelectMany((own, person) => own.Select((ticket, claim) => (ticket, person, claim))).ToList();

        // One person's claims may share a ticket; the heavier comes first, as the person's claims do.
        all.Sort((a, b) => a.ticket.Key.CompareTo(b.ticket.Key) is var byKey and not 0 ? byKey : a.claim.CompareTo(b.claim));
        for (var place = 0; place < all.Count; place++)
        {
            _places[all[place].person][all[place].claim] = place;
        }
    }

    /// <summary>One ticket for each person.</summary>
    public static PersonTickets Of(RoundProblem round, ReadOnlySpan<byte> seed) => Of(round, seed, _ => 1);

    /// <summary>By the weights of needs, 1 to <see cref="Lottery.MaxWeight"/>.</summary>
    public static PersonTickets Of(RoundProblem round, ReadOnlySpan<byte> seed, Func<RoundNeed, int> weightOf)
    {
        var tickets = new DrawnTicket[round.People.Count][];
        for (var person = 0; person < tickets.Length; person++)
        {
            var name = round.People[person].Id;
            var weights = round.NeedsOf[person].Select(weightOf).OrderDescending().ToArray();
            var keys = Lottery.TicketKeysOf(seed, name, weights[0]);
            tickets[person] = Array.ConvertAll(weights, weight => new DrawnTicket(name, weight, keys[weight - 1]));
        }

        return new PersonTickets(tickets);
    }

    /// <summary>The ticket of a person's claim.</summary>
    public DrawnTicket TicketOf(int person, int granted) => _tickets[person][Math.Min(granted, _tickets[person].Length - 1)];

    /// <summary>Its place among the tickets of all claims, from 0.</summary>
    public int PlaceOf(int person, int granted) => _places[person][Math.Min(granted, _places[person].Length - 1)];
}
