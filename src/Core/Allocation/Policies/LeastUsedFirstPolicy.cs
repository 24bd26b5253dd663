using PostMoney.Core.Allocation.Kernel;
using PostMoney.Fairness.Claims;

namespace PostMoney.Core.Allocation.Policies;

/// <summary>Who used least comes first; a tie goes by ticket.</summary>
/// <remarks>
/// Claim key (minutes used in the look-back + minutes of the person's k longest needs, T-key of weight 1), urgent needs in a class of
/// their own where the community wants it. The longest count, so that asking for something short as well does not bring one forward:
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

    internal override PolicyFacts Counts => PolicyFacts.RecentUse;

    internal override bool HasClasses => Parameters[UrgentFirst] == 1;

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

    internal override int ClassOf(RoundNeed need) => HasClasses && !need.IsUrgent ? 1 : 0;

    internal override ClaimPlan PlanOf(RoundProblem round, ReadOnlySpan<byte> seed)
    {
        var tickets = PersonTickets.Of(round, seed);
        var minutes = round.NeedsOf.Select(LongestFirst).ToList();
        return ClaimPlan.By(
            (person, granted) => new ClaimKey(
                0, (ulong)(round.People[person].RecentMinutes + minutes[person].Take(granted).Sum()), 1, tickets.PlaceOf(person, 0)),
            tickets.TicketOf);
    }

    /// <summary>Minutes of the longest window of a need.</summary>
    internal static long MinutesOf(RoundNeed need) => need.Wishes.Max(wish => wish.Window.Length.Ticks) / TimeSpan.TicksPerMinute;

    private static List<long> LongestFirst(IReadOnlyList<RoundNeed> own) =>
        [.. own.Select(MinutesOf).OrderDescending()];
}
