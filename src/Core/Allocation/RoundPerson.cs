namespace PostMoney.Core.Allocation;

/// <summary>Somebody who asks in a round. Claims belong to the person, so asking more often does not win more often.</summary>
/// <param name="Id">A name for this round alone (<see cref="RoundPseudonym"/>); a token of at most 64 characters.</param>
/// <param name="Node">The node that answers for the person; a token. It is published: use a pseudonym where it would identify.</param>
/// <param name="RecentMinutes">Minutes of use in the pool within the policy's look-back; for least-used-first and fair-share.</param>
public sealed record RoundPerson(string Id, string Node, int RecentMinutes = 0)
{
    /// <summary>Access to the pool before the round, in thousandths of a use, older use counting less; for max-min.</summary>
    public int Access { get; init; }

    /// <summary>What the person is entitled to against others, 1 to <see cref="RoundLimits.MaxShare"/>; for max-min and fair-share.</summary>
    public int Share { get; init; } = 1;

    /// <summary>Lasting place in the pool's circle, from 0; for round-robin.</summary>
    public int Position { get; init; }

    /// <summary>Whether places are reserved for the person's cohort; for cohorts.</summary>
    public bool IsOfCohort { get; init; }

    /// <summary>The community that the person belongs to within the node; a token, or empty for none; for fair-share.</summary>
    public string Community { get; init; } = "";
}
