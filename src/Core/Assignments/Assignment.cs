using PostMoney.Core.Foundation;

namespace PostMoney.Core.Assignments;

/// <summary>A permit to use one unit of an offer within a window. It is signed by the node and cannot be passed on.</summary>
public sealed class Assignment
{
    /// <summary>Kind of the job that lets a hold lapse.</summary>
    public const string LapseJob = "lapse-assignment";

    /// <summary>Kind of the job that ends a permit when its window is over.</summary>
    public const string EndJob = "end-assignment";

    /// <summary>How long somebody has to accept, unless the window is over earlier.</summary>
    public static readonly TimeSpan Hold = TimeSpan.FromHours(24);

    // Held → Active → Ended → Completed
    //  ↓       ↓ ↘      (Active → Completed: it came back early)
    //  ↓       ↓  Released   given back before it was used
    //  ↓     Revoked         by a steward, or for a repair (Held too)
    // Declined, Lapsed
    private static readonly Dictionary<AssignmentState, AssignmentState[]> _next = new()
    {
        [AssignmentState.Held] = [AssignmentState.Active, AssignmentState.Declined, AssignmentState.Lapsed, AssignmentState.Revoked],
        [AssignmentState.Active] = [AssignmentState.Ended, AssignmentState.Completed, AssignmentState.Released, AssignmentState.Revoked],
        [AssignmentState.Ended] = [AssignmentState.Completed],
        [AssignmentState.Completed] = [],
        [AssignmentState.Declined] = [],
        [AssignmentState.Lapsed] = [],
        [AssignmentState.Released] = [],
        [AssignmentState.Revoked] = [],
    };

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The need.</summary>
    public required Guid NeedId { get; init; }

    /// <summary>The offer.</summary>
    public required Guid OfferId { get; init; }

    /// <summary>The offer's version when it was issued.</summary>
    public required int OfferVersion { get; init; }

    /// <summary>The time on a unit that it holds.</summary>
    public required Guid UseId { get; init; }

    /// <summary>The unit, from 1.</summary>
    public required int Unit { get; set; }

    /// <summary>Who may use it.</summary>
    public required Guid AssigneeId { get; init; }

    /// <summary>Where it stands.</summary>
    public AssignmentState State { get; private set; } = AssignmentState.Held;

    /// <summary>Beginning of the window.</summary>
    public required DateTimeOffset WindowFrom { get; init; }

    /// <summary>End of the window, exclusive.</summary>
    public required DateTimeOffset WindowTo { get; set; }

    /// <summary>Until when it has to be accepted.</summary>
    public required DateTimeOffset HoldUntil { get; init; }

    /// <summary>The round that gave it, or null where a steward matched by hand.</summary>
    public Guid? RoundId { get; init; }

    /// <summary>Why it was matched by hand, revoked or moved; may be empty.</summary>
    public required string Reason { get; set; }

    /// <summary>Who issued it: a passport.</summary>
    public required string IssuedBy { get; init; }

    /// <summary>The offer's requirements as JSON, which the assignee agrees to.</summary>
    public required string Conditions { get; init; }

    /// <summary>The newest signed record, canonical.</summary>
    public required byte[] Record { get; set; }

    /// <summary>SHA-256 of the record.</summary>
    public required byte[] Digest { get; set; }

    /// <summary>How often it was prolonged.</summary>
    public int Renewals { get; set; }

    /// <summary>When it was issued.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>When it came to an end.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The window.</summary>
    public Window Window => new(WindowFrom, WindowTo);

    /// <summary>Whether it is held or active.</summary>
    public bool IsLive => State is AssignmentState.Held or AssignmentState.Active;

    /// <summary>Whether the assignee has to agree to something.</summary>
    public bool HasConditions => Conditions.Length > 2;

    /// <summary>Moves on to another state.</summary>
    internal Result<Done> MoveTo(AssignmentState state, DateTimeOffset at)
    {
        if (!_next[State].Contains(state))
        {
            return AssignmentRefusals.NotAnyMore;
        }

        State = state;
        EndedAt = IsLive ? null : EndedAt ?? at;
        return Done.Value;
    }
}

/// <summary>Where an assignment stands.</summary>
public enum AssignmentState
{
    /// <summary>It waits for the assignee to accept.</summary>
    Held,

    /// <summary>Accepted. Inside its window, secrets can be opened.</summary>
    Active,

    /// <summary>Its window is over; what came of it is to be told.</summary>
    Ended,

    /// <summary>What came of it was told.</summary>
    Completed,

    /// <summary>The assignee did not want it.</summary>
    Declined,

    /// <summary>Nobody accepted it in time.</summary>
    Lapsed,

    /// <summary>Given back before it was used.</summary>
    Released,

    /// <summary>Taken back, with a reason.</summary>
    Revoked,
}
