namespace PostMoney.Core.Assignments;

/// <summary>An assignment came into a state: who brought it there, when, and the record that says so.</summary>
public sealed class AssignmentStep
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The assignment.</summary>
    public required Guid AssignmentId { get; init; }

    /// <summary>The state.</summary>
    public required AssignmentState State { get; init; }

    /// <summary>A passport, or <c>node</c>.</summary>
    public required string Actor { get; init; }

    /// <summary>A word about it; may be empty.</summary>
    public required string Note { get; init; }

    /// <summary>The signed record in that state.</summary>
    public required byte[] Record { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
