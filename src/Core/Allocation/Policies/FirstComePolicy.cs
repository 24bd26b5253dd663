using PostMoney.Core.Allocation.Kernel;
using PostMoney.Fairness.Claims;

namespace PostMoney.Core.Allocation.Policies;

/// <summary>First come, first served, by batches: whatever came within one batch came at once, and a ticket decides.</summary>
/// <remarks>Claim key (batch of the person's k-th arrival, ticket). A batch keeps the fastest finger from winning.</remarks>
public sealed class FirstComePolicy : AllocationPolicy
{
    private const string BatchMinutes = "batchMinutes";

    private FirstComePolicy(PolicyName name, PolicyParameters parameters)
        : base(name, parameters)
    {
    }

    /// <inheritdoc />
    public override string Kind => "first-come";

    internal override PolicyFacts Counts => PolicyFacts.Batch;

    internal static PolicyKind Description { get; } = new(
        "first-come",
        "First come, in batches",
        "Whoever asked earlier comes first; all who asked within the same hour, or however long a batch is, count as having asked at once, "
            + "and tickets decide among them. Simple, and unfair to those who hear of things late.",
        [
            .. SharedParameters.All,
            new(BatchMinutes, "Length of a batch", "In minutes. All who ask within one batch count as having asked at once.", 60, 1, 10_080),
        ],
        (name, parameters) => new FirstComePolicy(name, parameters));

    internal override int BatchOf(DateTimeOffset asked) => (int)(asked.ToUnixTimeSeconds() / 60 / Parameters[BatchMinutes]);

    internal override ClaimPlan PlanOf(RoundProblem round, ReadOnlySpan<byte> seed)
    {
        var tickets = PersonTickets.Of(round, seed);
        var order = new ByArrival(
            round.NeedsOf.Select(own => own.Select(need => (long)need.Batch)), [.. Enumerable.Range(0, round.People.Count).Select(person => tickets.PlaceOf(person, 0))]);
        return new ClaimPlan(order, tickets.TicketOf);
    }
}
