namespace PostMoney.Core.Federation.Inbox;

/// <summary>An activity that came in and was found to be its sender's. What it asks for is done after the sender has gone.</summary>
public sealed class InboxItem
{
    /// <summary>How often it is tried before it is laid aside for a steward.</summary>
    public const int MostAttempts = 5;

    /// <summary>Its id here.</summary>
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of the activity's id. It stays for ever.</summary>
    public required byte[] UriHash { get; init; }

    /// <summary>Who sent it, and was shown to be.</summary>
    public required Guid ActorId { get; init; }

    /// <summary>The activity's type.</summary>
    public required string Type { get; init; }

    /// <summary>Its bytes, until it was done.</summary>
    public byte[]? Body { get; private set; }

    /// <summary>Where it stands.</summary>
    public InboxState State { get; private set; } = InboxState.Waiting;

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; private set; }

    /// <summary>When it is tried next.</summary>
    public required DateTimeOffset DueAt { get; set; }

    /// <summary>Why it was refused or failed: a code, never its data.</summary>
    public string? Problem { get; private set; }

    /// <summary>When it came.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When it was done, refused or laid aside.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>Takes its bytes.</summary>
    internal InboxItem With(byte[] body)
    {
        Body = body;
        return this;
    }

    /// <summary>It was done, or there was nothing to do.</summary>
    internal void Done(DateTimeOffset at) => (State, FinishedAt, Body, Problem) = (InboxState.Done, at, null, null);

    /// <summary>It asks for what its sender may not, or for what makes no sense.</summary>
    internal void Refuse(string problem, DateTimeOffset at) => (State, FinishedAt, Body, Problem) = (InboxState.Refused, at, null, problem);

    /// <summary>It broke: again after 1, 4, 16 … minutes, and after the last attempt no more. Its bytes stay for whoever mends it.</summary>
    internal void Fail(string problem, DateTimeOffset at)
    {
        Attempts++;
        Problem = problem;
        if (Attempts >= MostAttempts)
        {
            (State, FinishedAt) = (InboxState.Dead, at);
        }
        else
        {
            DueAt = at.AddMinutes(1 << (2 * (Attempts - 1)));
        }
    }

    /// <summary>A steward has it tried again.</summary>
    internal void TryAgain(DateTimeOffset at) => (State, Attempts, DueAt, FinishedAt) = (InboxState.Waiting, 0, at, null);
}

/// <summary>Where an activity stands that came in.</summary>
public enum InboxState
{
    /// <summary>Not done yet.</summary>
    Waiting,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Not for its sender to ask.</summary>
    Refused,

    /// <summary>Laid aside after its last attempt.</summary>
    Dead,
}
