namespace PostMoney.Core.Actors;

/// <summary>What stewards have decided about another server.</summary>
public sealed class HostRule
{
    /// <summary>The host; the rule holds for its subdomains too.</summary>
    public required string Host { get; init; }

    /// <summary>What they decided.</summary>
    public required HostSeverity Severity { get; set; }

    /// <summary>Why, for other stewards to read, and for everybody unless the node keeps reasons to itself.</summary>
    public required string Reason { get; set; }

    /// <summary>Which steward.</summary>
    public required Guid DecidedBy { get; set; }

    /// <summary>When.</summary>
    public required DateTimeOffset DecidedAt { get; set; }

    /// <summary>Until when it holds; null while no end is known.</summary>
    public DateTimeOffset? EndsAt { get; set; }
}

/// <summary>How another server is treated.</summary>
public enum HostSeverity
{
    /// <summary>It is on the list of those that may talk with a node that talks with few.</summary>
    Allow,

    /// <summary>Seen by those who follow somebody there, and not otherwise.</summary>
    Limit,

    /// <summary>Nothing comes in, nothing goes out.</summary>
    Suspend,
}
