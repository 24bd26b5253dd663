using PostMoney.Fairness;

namespace PostMoney.Core.Allocation;

/// <summary>One claim of a draw, in the order in which it was tried.</summary>
/// <param name="Need">The need's name in the round.</param>
/// <param name="Granted">Units that its person had been granted in the round before.</param>
/// <param name="Rank">The policy's integers, compared before the key.</param>
/// <param name="Weight">How many tickets the key is the smallest of.</param>
/// <param name="Key">That ticket.</param>
/// <param name="Reason">What came of it.</param>
/// <param name="Placed">Where it was placed then; null where it was not.</param>
/// <param name="Moved">Promised uses that changed units to make room, in the order of their names.</param>
public sealed record DrawStep(
    string Need,
    int Granted,
    (long First, long Second) Rank,
    int Weight,
    TicketKey Key,
    Reason Reason,
    DrawPlace? Placed,
    IReadOnlyList<DrawPlace> Moved);

/// <summary>Where a need was placed: unit <paramref name="Unit"/>, from 1, of an offer.</summary>
public sealed record DrawPlace(string Need, string Offer, int Unit);
