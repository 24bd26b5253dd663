namespace PostMoney.Core.Allocation.Policies;

/// <summary>Who used least comes first; a tie goes by ticket.</summary>
/// <remarks>
/// Claim key (urgency where it counts, minutes used in the look-back + minutes granted in this round, T-key of weight 1):
/// cumulative max-min fairness, which evens out access. A bounded look-back forgets, so that a newcomer does not outrank
/// everybody for ever.
/// </remarks>
public sealed class LeastUsedFirstPolicy : AllocationPolicy
{
    private const string LookBackDays = "lookBackDays";
    private const string UrgentFirst = "urgentFirst";

    private LeastUsedFirstPolicy(PolicyName name, PolicyParameters parameters)
        : base(name, parameters)
    {
    }

    /// <inheritdoc />
    public override string Kind => "least-used-first";

    /// <inheritdoc />
    public override TimeSpan LookBack => TimeSpan.FromDays(Parameters[LookBackDays]);

    internal override bool CountsRecentUse => true;

    internal static PolicyKind Description { get; } = new(
        "least-used-first",
        "Least used first",
        "Whoever used this least of late comes first. People who used it equally little draw tickets. "
            + "What you are given in a round counts at once, so a second turn comes after everybody who had less.",
        [
            .. SharedParameters.All,
            new(LookBackDays, "Look-back", "How many days of past use count.", 90, 1, 366),
            new(UrgentFirst, "Urgent needs first", "One: urgent needs come before all others. Zero: urgency does not count.", 0, 0, 1),
        ],
        (name, parameters) => new LeastUsedFirstPolicy(name, parameters));

    internal override int WeightOf(RoundNeed need) => 1;

    internal override ClaimRank RankOf(RoundNeed need, RoundPerson person, int granted, long grantedMinutes) => new(
        Parameters[UrgentFirst] == 1 && !need.IsUrgent ? 1 : 0,
        person.RecentMinutes + grantedMinutes);
}
