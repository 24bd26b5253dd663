using PostMoney.Core.Foundation;

namespace PostMoney.Core.Allocation.Rounds;

/// <summary>One draw of a pool: needs gather, then all are considered at once.</summary>
public sealed class Round
{
    /// <summary>Kind of the job that draws it when it closes.</summary>
    public const string CloseJob = "close-round";

    // Collecting → Drawn
    //     ↓
    //   Failed → Collecting   (a steward sends the job again)

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The pool.</summary>
    public required Guid PoolId { get; init; }

    /// <summary>1, 2, 3 … within the pool.</summary>
    public required int Number { get; init; }

    /// <summary>The policy's version that held when it opened.</summary>
    public required Guid PolicyId { get; init; }

    /// <summary>Where it stands.</summary>
    public RoundState State { get; private set; } = RoundState.Collecting;

    /// <summary>When it began to take needs.</summary>
    public required DateTimeOffset OpensAt { get; init; }

    /// <summary>When it is drawn.</summary>
    public required DateTimeOffset ClosesAt { get; set; }

    /// <summary>SHA-256 of the secret, published when it opens.</summary>
    public required byte[] SeedCommitment { get; init; }

    /// <summary>The secret, wrapped under the node key until the draw reveals it.</summary>
    public required byte[] SealedSeed { get; init; }

    /// <summary>The transcript: everything that is needed to draw it again.</summary>
    public byte[]? Transcript { get; private set; }

    /// <summary>SHA-256 of the transcript.</summary>
    public byte[]? TranscriptHash { get; private set; }

    /// <summary>The node's signed statement that this is the transcript.</summary>
    public string? Signature { get; private set; }

    /// <summary>When it was drawn.</summary>
    public DateTimeOffset? DrawnAt { get; private set; }

    /// <summary>Why it could not be drawn.</summary>
    public string? Problem { get; private set; }

    /// <summary>What the sealed secret is bound to.</summary>
    internal static string SeedPurpose(Guid roundId) => $"round-seed:{roundId:D}";

    /// <summary>Nobody asked: it goes on collecting, or collects again where it had failed.</summary>
    internal void Postpone(TimeSpan by) => (State, ClosesAt, Problem) = (RoundState.Collecting, ClosesAt + by, null);

    /// <summary>It was drawn.</summary>
    internal Result<Done> Settle(byte[] transcript, byte[] hash, string signature, DateTimeOffset at)
    {
        if (State == RoundState.Drawn)
        {
            return RoundStateRefusals.Drawn;
        }

        (State, Transcript, TranscriptHash, Signature, DrawnAt, Problem) = (RoundState.Drawn, transcript, hash, signature, at, null);
        return Done.Value;
    }

    /// <summary>It could not be drawn, and why; needs stay as they are.</summary>
    internal void Fail(string problem) => (State, Problem) = (RoundState.Failed, problem);
}

/// <summary>Where a round stands.</summary>
public enum RoundState
{
    /// <summary>It takes needs.</summary>
    Collecting,

    /// <summary>It was drawn.</summary>
    Drawn,

    /// <summary>It could not be drawn.</summary>
    Failed,
}

/// <summary>Why a round is not drawn.</summary>
public static class RoundStateRefusals
{
    /// <summary>It was drawn already; a second draw would be another lottery.</summary>
    public static Refusal Drawn { get; } = new(RefusalKind.Conflict, "round.drawn", "This round was drawn already.");

    /// <summary>There is no such round.</summary>
    public static Refusal NotFound { get; } = new(RefusalKind.NotFound, "round.not-found", "There is no such round.");

    /// <summary>It is too early.</summary>
    public static Refusal NotYet { get; } = new(RefusalKind.Conflict, "round.not-yet", "This round still takes needs.");
}
