namespace PostMoney.Fairness.Claims;

/// <summary>A weighted lottery in which each person draws: everybody's first unit comes before anybody's second.</summary>
/// <remarks>
/// Key (k, E ÷ w) with <see cref="Lottery.ExponentialKeyOf(ReadOnlySpan{byte}, string)"/>, or (k, T) by the smallest of w
/// tickets; P2′ of allocation.md §2.5. First place is drawn with probability w ÷ Σw; being among the first few is less than
/// proportional to weight.
/// </remarks>
public sealed class PersonLottery : ClaimOrder
{
    private readonly ulong[] _amounts;
    private readonly IReadOnlyList<int>? _weights;
    private readonly int[] _tickets;

    private PersonLottery(ulong[] amounts, IReadOnlyList<int>? weights, int[] tickets) =>
        (_amounts, _weights, _tickets) = (amounts, weights, tickets);

    /// <summary>By the smallest of as many tickets as the person's weight.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A weight is not in 1..64.</exception>
    public static PersonLottery ByTickets(ReadOnlySpan<byte> seed, IReadOnlyList<string> people, IReadOnlyList<int> weights) =>
        new(new ulong[people.Count], null, Tickets.Places(seed, people, weights));

    /// <summary>By one ticket for each person, whatever the weight: cheaper, and weights may be any from 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A weight is less than 1.</exception>
    public static PersonLottery ByLogarithm(ReadOnlySpan<byte> seed, IReadOnlyList<string> people, IReadOnlyList<int> weights)
    {
        var amounts = new ulong[people.Count];
        for (var person = 0; person < amounts.Length; person++)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(weights[person], 1, nameof(weights));
            amounts[person] = Lottery.ExponentialKeyOf(seed, people[person]);
        }

        return new PersonLottery(amounts, weights, Tickets.Places(seed, people));
    }

    /// <inheritdoc />
    public override ClaimKey KeyOf(int person, int granted) =>
        new(granted, _amounts[person], _weights is null ? 1 : (ulong)_weights[person], _tickets[person]);
}
