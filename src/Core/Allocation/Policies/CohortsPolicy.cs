using PostMoney.Core.Allocation.Kernel;
using PostMoney.Fairness.Transcripts;

namespace PostMoney.Core.Allocation.Policies;

/// <summary>A part of each offer's units is reserved for people of a cohort; the weighted lottery decides within.</summary>
/// <remarks>
/// A minimum guarantee: first everybody claims, and only the cohort may have what is reserved; what it does not need goes to the others in a
/// second pass. In rounds of slots the cohort gets at least what is reserved where so many ask; elsewhere as far as a bounded search finds it.
/// </remarks>
public sealed class CohortsPolicy : AllocationPolicy
{
    private const string Reserved = "reservedPercent";

    private CohortsPolicy(PolicyName name, PolicyParameters parameters)
        : base(name, parameters)
    {
    }

    /// <inheritdoc />
    public override string Kind => "cohorts";

    internal override PolicyFacts Counts => PolicyFacts.Cohort;

    internal override int ReservedPercent => Parameters[Reserved];

    internal static PolicyKind Description { get; } = new(
        "cohorts",
        "Places kept for some",
        "A part of the units of each offer is kept for people whom a steward attested to be of the cohort that they are kept for. It is a least and "
            + "not a most: they may have others too, and what they do not need goes to everybody. Otherwise a weighted lottery decides.",
        [
            .. SharedParameters.All,
            WeightedLotteryPolicy.UrgentFactorParameter,
            new(Reserved, "Kept for the cohort", "Of a hundred units of an offer, rounded down. An offer of one unit keeps none unless it is 100.", 30, 1, 100),
        ],
        (name, parameters) => new CohortsPolicy(name, parameters));

    internal override int WeightOf(RoundNeed need) => WeightedLotteryPolicy.WeightOf(need, Parameters);

    internal override ClaimPlan PlanOf(RoundProblem round, ReadOnlySpan<byte> seed) =>
        WeightedLotteryPolicy.PlanOf(PersonTickets.Of(round, seed, WeightOf));

    internal override Fairness.Allocation Allocate(RoundProblem round, ClaimPlan plan) => ShareOut.WithReserves(round, plan.Order);

    private protected override IReadOnlyList<string> CertifyOrder(RoundProblem round, ClaimPlan plan, Fairness.Allocation allocation) =>
        VerifyAllocation.RunForWaste(round.Problem, allocation);
}
