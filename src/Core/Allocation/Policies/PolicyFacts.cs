namespace PostMoney.Core.Allocation.Policies;

/// <summary>Facts that some policies look at. What a policy does not look at is left out of the round, and of its transcript.</summary>
[Flags]
internal enum PolicyFacts
{
    /// <summary>None of these.</summary>
    None = 0,

    /// <summary>Minutes of use in the look-back.</summary>
    RecentUse = 1,

    /// <summary>Attested class of a need.</summary>
    Class = 2,

    /// <summary>Access that fades.</summary>
    Access = 4,

    /// <summary>Attested share of a person.</summary>
    Share = 8,

    /// <summary>Lasting place in the circle, and whose turn it is.</summary>
    Turn = 16,

    /// <summary>Attested cohort of a person.</summary>
    Cohort = 32,

    /// <summary>Community of a person within the node.</summary>
    Community = 64,

    /// <summary>Batch of arrival.</summary>
    Batch = 128,
}
