using PostMoney.Core.Allocation.Kernel;
using PostMoney.Fairness.Claims;

namespace PostMoney.Core.Allocation.Policies;

/// <summary>Everybody in turn, in the order in which people came to the pool, from where the last round stopped.</summary>
/// <remarks>Claim key (k, (position − first) mod size). Nothing is drawn. The pool keeps positions and whose turn it is.</remarks>
public sealed class RoundRobinPolicy : AllocationPolicy
{
    private RoundRobinPolicy(PolicyName name, PolicyParameters parameters)
        : base(name, parameters)
    {
    }

    /// <inheritdoc />
    public override string Kind => "round-robin";

    internal override PolicyFacts Counts => PolicyFacts.Turn;

    internal static PolicyKind Description { get; } = new(
        "round-robin",
        "In turn",
        "People take turns in the order in which they first asked here. A round goes on where the last one stopped: the first person who was not "
            + "reached is first the next time. Everybody has a first turn before anybody has a second. Nothing is drawn.",
        [.. SharedParameters.All],
        (name, parameters) => new RoundRobinPolicy(name, parameters));

    internal override ClaimPlan PlanOf(RoundProblem round, ReadOnlySpan<byte> seed)
    {
        var turn = round.Terms.Turn!;
        return new ClaimPlan(
            new RoundRobin([.. round.People.Select(person => person.Position)], turn.First, Math.Max(1, turn.Size)), (_, _) => null);
    }

    /// <summary>
    /// Whose turn it is after a round: the first in turn who was outranked and given nothing; where nobody was, who stands behind the last
    /// who was given something.
    /// </summary>
    /// <exception cref="ArgumentException">Nobody takes turns in this round.</exception>
    public static int NextFirst(RoundResult result)
    {
        var turn = result.Input.Terms.Turn ?? throw new ArgumentException("Nobody takes turns in this round.", nameof(result));
        var positions = result.Input.People.ToDictionary(person => person.Id, person => person.Position, StringComparer.Ordinal);
        var waiting = result.Waiting.Where(line => line.Reason == Reason.Outranked).Select(line => line.Need).ToHashSet(StringComparer.Ordinal);
        var outranked = result.Input.Needs.Where(need => waiting.Contains(need.Id)).Select(need => need.Person).ToHashSet(StringComparer.Ordinal);
        var missed = result.Steps.FirstOrDefault(step =>
            step.Granted == 0 && step.Outcome != ClaimOutcome.Served && outranked.Contains(step.Person));
        var served = result.Steps.LastOrDefault(step => step.Outcome == ClaimOutcome.Served);
        return missed is not null ? positions[missed.Person]
            : served is not null ? (positions[served.Person] + 1) % turn.Size
            : turn.First;
    }
}
