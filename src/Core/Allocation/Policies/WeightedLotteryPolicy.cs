using PostMoney.Core.Allocation.Kernel;
using PostMoney.Fairness;
using PostMoney.Fairness.Claims;

namespace PostMoney.Core.Allocation.Policies;

/// <summary>A lottery among people, weighted by waiting and urgency; everybody's first unit before anybody's second.</summary>
/// <remarks>
/// Claim key (k, T-key): k units granted to the person in this round, then the smallest of the person's w tickets, where w is the
/// weight of the person's next heaviest need, min(64, (1 + min(8, rounds waited)) × (urgent ? factor : 1)). Waiting that counts protects the worst success rate;
/// the bound of eight keeps newcomers in the draw.
/// </remarks>
public sealed class WeightedLotteryPolicy : AllocationPolicy
{
    /// <summary>Rounds of waiting that raise the weight.</summary>
    public const int MaxRoundsCounted = 8;

    private const string UrgentFactor = "urgentFactor";

    private WeightedLotteryPolicy(PolicyName name, PolicyParameters parameters)
        : base(name, parameters)
    {
    }

    /// <inheritdoc />
    public override string Kind => "weighted-lottery";

    internal static PolicyKind Description { get; } = new(
        "weighted-lottery",
        "Weighted lottery",
        "Everybody who asks has a ticket; one more for each round of waiting, up to eight, and more for an urgent need. "
            + "The best ticket chooses first, and everybody has a first turn before anybody has a second. "
            + "Asking more often gives no more tickets. Twice the weight is twice the chance of being drawn first, "
            + "but a little less than twice the chance of being among several who are served.",
        [.. SharedParameters.All, UrgentFactorParameter],
        (name, parameters) => new WeightedLotteryPolicy(name, parameters));

    internal static PolicyParameter UrgentFactorParameter => new(
        UrgentFactor, "Weight of an urgent need", "How many times heavier an urgent need weighs. One means that urgency does not count.", 2, 1, 8);

    internal static int WeightOf(RoundNeed need, PolicyParameters parameters) => Math.Min(
        Lottery.MaxWeight,
        (1 + Math.Min(MaxRoundsCounted, need.RoundsWaited)) * (need.IsUrgent ? parameters[UrgentFactor] : 1));

    internal override int WeightOf(RoundNeed need) => WeightOf(need, Parameters);

    internal override ClaimPlan PlanOf(RoundProblem round, ReadOnlySpan<byte> seed) => PlanOf(PersonTickets.Of(round, seed, WeightOf));

    internal static ClaimPlan PlanOf(PersonTickets tickets) =>
        ClaimPlan.By((person, granted) => new ClaimKey(granted, 0, 1, tickets.PlaceOf(person, granted)), tickets.TicketOf);
}
