namespace PostMoney.Core.Federation.Outbox;

/// <summary>One activity on its way to one inbox.</summary>
public sealed class Delivery
{
    /// <summary>How often it is tried at most.</summary>
    public const int MostAttempts = 12;

    /// <summary>How long it is tried at most.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>The longest pause between two tries.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromHours(24);

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What is delivered.</summary>
    public required Guid ActivityId { get; init; }

    /// <summary>Where to.</summary>
    public required string Inbox { get; init; }

    /// <summary>The inbox's host, with its port where that is not 443.</summary>
    public required string Host { get; init; }

    /// <summary>Where it stands.</summary>
    public DeliveryState State { get; private set; } = DeliveryState.Waiting;

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; private set; }

    /// <summary>When it is tried next.</summary>
    public required DateTimeOffset DueAt { get; set; }

    /// <summary>Why the last try failed: a status or a code.</summary>
    public string? Problem { get; private set; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>It arrived.</summary>
    internal void Arrived(DateTimeOffset at) => (State, FinishedAt, Problem) = (DeliveryState.Delivered, at, null);

    /// <summary>The other server does not want it, and would not tomorrow.</summary>
    internal void Refused(string problem, DateTimeOffset at) => (State, FinishedAt, Problem) = (DeliveryState.Refused, at, problem);

    /// <summary>It did not arrive: again after 1, 4, 16 … minutes, give or take a half, or when the other server asked for it.</summary>
    /// <param name="problem">Why.</param>
    /// <param name="notBefore">What the other server asked for.</param>
    /// <param name="jitter">0 to 1, so that not all come again at once.</param>
    /// <param name="at">Now.</param>
    internal void Failed(string problem, DateTimeOffset? notBefore, double jitter, DateTimeOffset at)
    {
        Attempts++;
        Problem = problem;
        var minutes = Math.Min(Math.Pow(4, Attempts - 1), LongestPause.TotalMinutes);
        var pause = TimeSpan.FromMinutes(minutes * (0.5 + jitter));
        var next = at + (pause < LongestPause ? pause : LongestPause);
        DueAt = notBefore > next ? notBefore.Value : next;
        if (Attempts >= MostAttempts || DueAt > CreatedAt + Longest)
        {
            (State, FinishedAt) = (DeliveryState.Dead, at);
        }
    }

    /// <summary>A steward has it tried again.</summary>
    internal void TryAgain(DateTimeOffset at) => (State, Attempts, DueAt, FinishedAt) = (DeliveryState.Waiting, 0, at, null);
}

/// <summary>Where a delivery stands.</summary>
public enum DeliveryState
{
    /// <summary>On its way.</summary>
    Waiting,

    /// <summary>The other server has it.</summary>
    Delivered,

    /// <summary>The other server does not want it, or the inbox is no more.</summary>
    Refused,

    /// <summary>Given up.</summary>
    Dead,
}
