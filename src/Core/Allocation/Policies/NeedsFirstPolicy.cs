using PostMoney.Core.Allocation.Kernel;
using PostMoney.Fairness.Claims;

namespace PostMoney.Core.Allocation.Policies;

/// <summary>The most pressing attested class of need comes first, with ageing; inside a class, the weighted lottery.</summary>
/// <remarks>
/// Needs of class max(0, class − ⌊rounds waited ÷ ageing⌋) claim class by class, inside one by the key of the weighted lottery. Ageing bounds starvation: a need of class c is in the first
/// class after c × ageing rounds.
/// </remarks>
public sealed class NeedsFirstPolicy : AllocationPolicy
{
    private const string AgeingRounds = "ageingRounds";

    private NeedsFirstPolicy(PolicyName name, PolicyParameters parameters)
        : base(name, parameters)
    {
    }

    /// <inheritdoc />
    public override string Kind => "needs-first";

    internal override PolicyFacts Counts => PolicyFacts.Class;

    internal override bool HasClasses => true;

    internal static PolicyKind Description { get; } = new(
        "needs-first",
        "Needs first",
        "Needs that the community attested as more pressing come first. Waiting lifts a need from class to class, "
            + "so that nobody waits for ever. Inside a class a weighted lottery decides.",
        [
            .. SharedParameters.All,
            WeightedLotteryPolicy.UrgentFactorParameter,
            AgeingParameter,
        ],
        (name, parameters) => new NeedsFirstPolicy(name, parameters));

    internal override int WeightOf(RoundNeed need) => WeightedLotteryPolicy.WeightOf(need, Parameters);

    internal static PolicyParameter AgeingParameter => new(
        AgeingRounds, "Rounds per class", "How many rounds of waiting lift a need by one class.", 4, 1, 100);

    internal static int ClassOf(RoundNeed need, PolicyParameters parameters) =>
        ClassesFirst.Aged(need.Priority, need.RoundsWaited, parameters[AgeingRounds]);

    internal override int ClassOf(RoundNeed need) => ClassOf(need, Parameters);

    internal override ClaimPlan PlanOf(RoundProblem round, ReadOnlySpan<byte> seed) =>
        WeightedLotteryPolicy.PlanOf(PersonTickets.Of(round, seed, WeightOf));
}
