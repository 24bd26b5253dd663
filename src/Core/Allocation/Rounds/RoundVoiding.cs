using PostMoney.Core.Foundation;

namespace PostMoney.Core.Allocation.Rounds;

/// <summary>A drawn round is declared void: one steward says why, another one agrees. There is no other way to draw again.</summary>
/// <remarks>The round, its transcript and this stay public, so that a draw that somebody did not like cannot disappear.</remarks>
public sealed class RoundVoiding
{
    // Proposed → Confirmed
    //    ↓
    // (gone)   the other steward did not agree

    /// <summary>The round.</summary>
    public required Guid RoundId { get; init; }

    /// <summary>Why, for everybody to read; 10 to 500 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>The steward who proposed it.</summary>
    public required Guid ProposedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset ProposedAt { get; init; }

    /// <summary>The steward who agreed.</summary>
    public Guid? ConfirmedBy { get; private set; }

    /// <summary>From when the round is void.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>Proposes it.</summary>
    internal static Result<RoundVoiding> Propose(Round round, Guid steward, string reason, DateTimeOffset at)
    {
        reason = reason.Trim();
        if (round.State != RoundState.Drawn)
        {
            return VoidingRefusals.NotDrawn;
        }

        return reason.Length is < 10 or > 500
            ? VoidingRefusals.Reason
            : new RoundVoiding { RoundId = round.Id, Reason = reason, ProposedBy = steward, ProposedAt = at };
    }

    /// <summary>A second steward agrees.</summary>
    internal Result<Done> Confirm(Guid steward, DateTimeOffset at)
    {
        if (ConfirmedAt is not null)
        {
            return VoidingRefusals.Void;
        }

        if (steward == ProposedBy)
        {
            return VoidingRefusals.Another;
        }

        (ConfirmedBy, ConfirmedAt) = (steward, at);
        return Done.Value;
    }
}

/// <summary>Why a round is not declared void.</summary>
public static class VoidingRefusals
{
    /// <summary>Only what was drawn can be void.</summary>
    public static Refusal NotDrawn { get; } = new(RefusalKind.Conflict, "voiding.not-drawn", "This round was not drawn yet.");

    /// <summary>No reason, or too long a one.</summary>
    public static Refusal Reason { get; } = new(
        RefusalKind.Invalid, "voiding.reason", "Say why in 10 to 500 characters. Everybody will read it.", "Reason");

    /// <summary>It was proposed before.</summary>
    public static Refusal Proposed { get; } = new(
        RefusalKind.Conflict, "voiding.proposed", "This was proposed already, and waits for a second steward.");

    /// <summary>Nobody proposed it.</summary>
    public static Refusal NotProposed { get; } = new(RefusalKind.NotFound, "voiding.not-proposed", "Nobody has proposed this.");

    /// <summary>It is void.</summary>
    public static Refusal Void { get; } = new(RefusalKind.Conflict, "voiding.void", "This round is void already.");

    /// <summary>The same steward cannot agree with themselves.</summary>
    public static Refusal Another { get; } = new(
        RefusalKind.Forbidden, "voiding.another", "A second steward has to agree; the one who proposed it cannot.");

    /// <summary>Who asked in the round does not decide about it.</summary>
    public static Refusal TookPart { get; } = new(
        RefusalKind.Forbidden, "voiding.took-part", "You have a need in this round. Stewards without one have to decide.");
}
