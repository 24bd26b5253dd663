namespace PostMoney.Core.Allocation;

/// <summary>What became of a need in a round, and by which rule.</summary>
public enum Reason
{
    /// <summary>It was given a unit.</summary>
    Allotted,

    /// <summary>A unit would fit, but earlier claims took it. It waits.</summary>
    Outranked,

    /// <summary>No unit that it may have is free for the whole window, whoever asks. It waits.</summary>
    NoUnitFree,

    /// <summary>Too close to another use of the same person.</summary>
    Cooldown,

    /// <summary>The person's quota is used.</summary>
    PersonQuota,

    /// <summary>The quota of the person's node is used.</summary>
    NodeQuota,

    /// <summary>The quota of all other nodes together is used.</summary>
    ForeignQuota,

    /// <summary>No offer's conditions are met. Says nothing about which.</summary>
    NotEligible,

    /// <summary>It was taken back before the round closed.</summary>
    Withdrawn,
}

/// <summary>The stable names of <see cref="Reason"/>.</summary>
public static class Reasons
{
    private static readonly string[] _codes =
    [
        "allotted", "outranked", "no-unit-free", "cooldown", "person-quota", "node-quota", "foreign-quota", "not-eligible", "withdrawn",
    ];

    /// <summary>The name in transcripts and in the database, such as <c>no-unit-free</c>.</summary>
    public static string CodeOf(this Reason reason) => _codes[(int)reason];

    /// <summary>Whether a need with this reason stays in the line for units that come free.</summary>
    public static bool IsWaiting(this Reason reason) => reason is Reason.Outranked or Reason.NoUnitFree;
}
