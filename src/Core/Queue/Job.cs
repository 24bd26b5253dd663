namespace PostMoney.Core.Queue;

/// <summary>Work that was promised in somebody's transaction and is done after it.</summary>
public sealed class Job
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Which work; a name that <c>JobRoutes</c> knows.</summary>
    public required string Kind { get; init; }

    /// <summary>What it is about.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>When it may be done at the earliest.</summary>
    public required DateTimeOffset DueAt { get; set; }

    /// <summary>Where it stands.</summary>
    public JobState State { get; set; } = JobState.Waiting;

    /// <summary>How often it was begun.</summary>
    public int Attempts { get; set; }

    /// <summary>Until when one worker has it for itself; after that another may take it over.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>Why the last attempt failed: the kind of fault, never its data.</summary>
    public string? Problem { get; set; }

    /// <summary>When it was promised.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was done or given up.</summary>
    public DateTimeOffset? FinishedAt { get; set; }
}

/// <summary>Where a job stands.</summary>
public enum JobState
{
    /// <summary>Not begun, or to be tried again.</summary>
    Waiting,

    /// <summary>A worker has it.</summary>
    Running,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Given up after its last attempt; a steward can send it again.</summary>
    Dead,
}
