namespace PostMoney.Core.Allocation;

/// <summary>Somebody who asks in a round. Tickets belong to the person, so asking more often does not win more often.</summary>
/// <param name="Id">A name for this round alone (<see cref="RoundPseudonym"/>); a token of at most 64 characters.</param>
/// <param name="Node">The node that answers for the person; a token. It is published: use a pseudonym where it would identify.</param>
/// <param name="RecentMinutes">Minutes of use in the pool within the policy's look-back; for least-used-first.</param>
public sealed record RoundPerson(string Id, string Node, int RecentMinutes = 0);
