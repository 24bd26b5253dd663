namespace PostMoney.Core.Allocation.Attestations;

/// <summary>What a steward has attested, with the reason; policies look at it.</summary>
public sealed class Attestation
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What about.</summary>
    public required AttestationKind Kind { get; init; }

    /// <summary>The need or member.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>A class from 0, the most pressing, to 3; 1 for being of the cohort; a share from 1 to 8.</summary>
    public required int Value { get; init; }

    /// <summary>Why, 5 to 500 characters; whom it concerns reads it.</summary>
    public required string Reason { get; init; }

    /// <summary>Who attested it.</summary>
    public required Guid StewardId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When another one took its place; null while it holds.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>What is attested.</summary>
public enum AttestationKind
{
    /// <summary>How pressing a need is.</summary>
    NeedClass,

    /// <summary>Whether a member is of the cohort that places are reserved for.</summary>
    Cohort,

    /// <summary>What a member is entitled to against others.</summary>
    Share,
}
