using PostMoney.Core.Allocation.Kernel;
using PostMoney.Fairness.Claims;

namespace PostMoney.Core.Allocation.Policies;

/// <summary>Who had least for their share comes first (leximin over access that fades); a tie goes by ticket.</summary>
/// <remarks>
/// Claim key ((y + 1000·k) ÷ share, ticket), compared by cross-multiplication, where y is <see cref="RoundPerson.Access"/>:
/// <see cref="FadingAccess"/>. In rounds of slots nobody can be given more without taking from somebody who had less.
/// </remarks>
public sealed class MaxMinPolicy : AllocationPolicy
{
    private MaxMinPolicy(PolicyName name, PolicyParameters parameters)
        : base(name, parameters)
    {
    }

    /// <inheritdoc />
    public override string Kind => "max-min";

    internal override PolicyFacts Counts => PolicyFacts.Access | PolicyFacts.Share;

    internal override int HalfLifeWeeks => Parameters[FadingAccess.HalfLife];

    internal static PolicyKind Description { get; } = new(
        "max-min",
        "Least access first",
        "Whoever had the fewest uses comes first, and older uses count less and less: after the half-life, a use counts half. A larger share, where "
            + "stewards have attested one, means a larger entitlement. People who had equally little draw tickets, and who is new starts in the middle "
            + "and not before everybody.",
        [.. SharedParameters.All, FadingAccess.HalfLifeParameter],
        (name, parameters) => new MaxMinPolicy(name, parameters));

    internal override ClaimPlan PlanOf(RoundProblem round, ReadOnlySpan<byte> seed) => PlanOf(round, PersonTickets.Of(round, seed));

    internal static ClaimPlan PlanOf(RoundProblem round, PersonTickets tickets) => new(
        new LeastAccessFirst(
            [.. round.People.Select(person => (long)person.Access)],
            [.. round.People.Select(person => person.Share)],
            [.. Enumerable.Range(0, round.People.Count).Select(person => tickets.PlaceOf(person, 0))]),
        tickets.TicketOf);
}
