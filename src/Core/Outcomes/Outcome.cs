namespace PostMoney.Core.Outcomes;

/// <summary>What came of a permit, told and signed by one of its sides. It stays.</summary>
public sealed class Outcome
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The assignment.</summary>
    public required Guid AssignmentId { get; init; }

    /// <summary>The member who tells.</summary>
    public required Guid AuthorId { get; init; }

    /// <summary>The passport that signed.</summary>
    public required string Issuer { get; init; }

    /// <summary>How it went.</summary>
    public required OutcomeResult Result { get; init; }

    /// <summary>In words; may be empty.</summary>
    public required string Notes { get; init; }

    /// <summary>In what condition it came back; may be empty.</summary>
    public required string Condition { get; init; }

    /// <summary>Whether it needs looking after.</summary>
    public required bool MaintenanceNeeded { get; init; }

    /// <summary>Whether it came back in time.</summary>
    public required bool OnTime { get; init; }

    /// <summary>The signed record, canonical.</summary>
    public required byte[] Record { get; init; }

    /// <summary>SHA-256 of the record.</summary>
    public required byte[] Digest { get; init; }

    /// <summary>When it was told.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>How it went.</summary>
public enum OutcomeResult
{
    /// <summary>As it was meant.</summary>
    Completed,

    /// <summary>In part.</summary>
    Partial,

    /// <summary>Not at all.</summary>
    Failed,
}
