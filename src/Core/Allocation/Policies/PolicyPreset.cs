namespace PostMoney.Core.Allocation.Policies;

/// <summary>Rules that suit one sort of commons, to begin from: a kind with its numbers filled in.</summary>
/// <param name="Name">Its stable name; proposed as the policy's.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Words">What it suits and why, for members.</param>
/// <param name="Kind">Which kind of policy.</param>
/// <param name="Values">Numbers that differ from the kind's defaults.</param>
public sealed record PolicyPreset(string Name, string Title, string Words, string Kind, IReadOnlyDictionary<string, int> Values)
{
    /// <summary>All of them, in the order in which they are offered.</summary>
    public static IReadOnlyList<PolicyPreset> All { get; } =
    [
        new(
            "childcare", "Childcare",
            "A weighted lottery, two uses a week. Each round of waiting gives one more ticket, which protects whoever has waited longest for hours that many want.",
            "weighted-lottery",
            Chosen((SharedParameters.QuotaPerPerson, 2), (SharedParameters.QuotaPeriodDays, 7), ("urgentFactor", 1))),
        new(
            "tools", "Tool library",
            "Needs that a steward attested as pressing first, such as an urgent repair; otherwise whoever had least of late. Three uses in thirty days.",
            "needs-then-access",
            Chosen((SharedParameters.QuotaPerPerson, 3), (SharedParameters.QuotaPeriodDays, 30), (FadingAccess.HalfLife, 4))),
        new(
            "transport", "Transport",
            "Attested needs first, such as rides to a doctor; otherwise whoever had least of late. Three rides a week.",
            "needs-then-access",
            Chosen((SharedParameters.QuotaPerPerson, 3), (SharedParameters.QuotaPeriodDays, 7), (FadingAccess.HalfLife, 4))),
        new(
            "rooms", "Rooms",
            "Whoever had least of late comes first. Two uses a week, and fourteen hours between two of the same person.",
            "max-min",
            Chosen(
                (SharedParameters.QuotaPerPerson, 2), (SharedParameters.QuotaPeriodDays, 7), (SharedParameters.CooldownHours, 14),
                (FadingAccess.HalfLife, 4))),
        new(
            "compute", "Computing time",
            "Each community an equal share, and within it whoever used least in the last thirty days. No quota: what nobody else needs may be used.",
            "fair-share",
            Chosen((SharedParameters.QuotaPerPerson, 0), ("lookBackDays", 30))),
    ];

    /// <summary>The value that the form is filled in with.</summary>
    public int ValueOf(PolicyParameter parameter) => Values.TryGetValue(parameter.Name, out var value) ? value : parameter.Default;

    private static Dictionary<string, int> Chosen(params (string Name, int Value)[] values) =>
        values.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);
}
