namespace PostMoney.Core.Allocation.Policies;

/// <summary>The parameters that every policy has: they limit, whatever the order.</summary>
public static class SharedParameters
{
    /// <summary>Name of <see cref="All"/>'s quota of a person.</summary>
    public const string QuotaPerPerson = "quotaPerPerson";

    /// <summary>Name of the quota's period, in days.</summary>
    public const string QuotaPeriodDays = "quotaPeriodDays";

    /// <summary>Name of the quota of each node.</summary>
    public const string QuotaPerNode = "quotaPerNode";

    /// <summary>Name of the quota of all other nodes together.</summary>
    public const string QuotaForeign = "quotaForeign";

    /// <summary>Name of the pause between two uses of one person, in hours.</summary>
    public const string CooldownHours = "cooldownHours";

    /// <summary>Name of how deep moves of promised uses may follow from each other to make room.</summary>
    public const string Moves = "moves";

    /// <summary>The schema of all six.</summary>
    public static IReadOnlyList<PolicyParameter> All { get; } =
    [
        new(QuotaPerPerson, "Uses per person",
            "How many uses one person may have within the period. Zero means no limit.", 3, 0, 1000),
        new(QuotaPeriodDays, "Period of the quota",
            "In days, counted by when a use begins. Zero means at once: what the person holds or is promised now.", 30, 0, 366),
        new(QuotaPerNode, "Uses per community",
            "How many units people of any one server may hold at once. Zero means no limit.", 0, 0, 100_000),
        new(QuotaForeign, "Uses by other communities",
            "How many units people of all other servers together may hold at once. Zero means no limit.", 0, 0, 100_000),
        new(CooldownHours, "Pause between uses",
            "Hours that must pass between the end of a person's use and the start of the next. Zero means no pause.", 0, 0, 8760),
        new(Moves, "Moves to make room",
            "Where uses are of any length: how deep changes of promised uses to other units may follow from each other, so that one more "
                + "need fits. Nobody loses a use by it. Where all ask for the same slots, as many change as it takes.",
            3, 0, 3),
    ];
}
