using PostMoney.Core.Allocation;
using PostMoney.Core.Allocation.Rounds;
using PostMoney.Core.Members;
using PostMoney.Core.Queue;

namespace PostMoney.Web.Display;

/// <summary>States of what stewards and everybody see of draws, people and work, as badges.</summary>
public static class DeskLabel
{
    /// <summary>How a round stands.</summary>
    public static StateLabel Of(RoundState state) => state switch
    {
        RoundState.Collecting => new("collecting", "inbox", "Takes needs"),
        RoundState.Drawn => new("completed", "check", "Drawn"),
        _ => new("failed", "alert", "Could not be drawn"),
    };

    /// <summary>A round that two stewards declared void.</summary>
    public static StateLabel Void { get; } = new("cancelled", "x", "Void");

    /// <summary>What became of a need in a round.</summary>
    public static StateLabel Of(Reason reason) => reason switch
    {
        Reason.Allotted => new("ready", "check-circle", "Is given one"),
        Reason.Outranked => new("queued", "list", "Waits, outranked"),
        Reason.NoUnitFree => new("queued", "list", "Waits, none is free"),
        Reason.Cooldown => new("held", "pause", "Pauses"),
        Reason.PersonQuota => new("held", "scale", "Share is used"),
        Reason.NodeQuota => new("held", "scale", "Node’s share is used"),
        Reason.ForeignQuota => new("held", "scale", "Guests’ share is used"),
        Reason.NotEligible => new("cancelled", "x", "No offer fits"),
        _ => new("withdrawn", "x", "Taken back"),
    };

    /// <summary>The reason of a stable name, such as <c>no-unit-free</c>.</summary>
    public static Reason ReasonOf(string code) =>
        Enum.GetValues<Reason>().FirstOrDefault(reason => reason.CodeOf() == code, Reason.Withdrawn);

    /// <summary>What became of needs in a round that was drawn.</summary>
    public static string Became(Reason reason) => reason switch
    {
        Reason.Allotted => "Given",
        Reason.Outranked => "Wait, others came first",
        Reason.NoUnitFree => "Wait, nothing was free then",
        Reason.Cooldown => "Pause between two uses",
        Reason.PersonQuota => "Had used their share",
        Reason.NodeQuota => "Their community had used its share",
        Reason.ForeignQuota => "Other communities had used their share",
        Reason.NotEligible => "No offer fitted",
        _ => "Taken back",
    };

    /// <summary>Where somebody stands.</summary>
    public static StateLabel Of(MemberState state) => state switch
    {
        MemberState.Pending => new("pending", "hourglass", "Asks to join"),
        MemberState.Active => new("active", "check", "Member"),
        MemberState.Suspended => new("suspended", "ban", "Suspended"),
        MemberState.Refused => new("refused", "x", "Not admitted"),
        _ => new("closed", "minus", "Has left"),
    };

    /// <summary>How work stands.</summary>
    public static StateLabel Of(JobState state) => state switch
    {
        JobState.Waiting => new("planned", "calendar", "Waits"),
        JobState.Running => new("active", "clock", "Runs"),
        JobState.Done => new("completed", "check", "Done"),
        _ => new("failed", "alert", "Given up"),
    };

    /// <summary>Why a round could not be drawn, from the stable name of the refusal.</summary>
    public static string ProblemOf(string? code) => code switch
    {
        "round.too-large" or "round.transcript-too-large" => "It has gathered more than can be drawn at once. Open pools for single offers, so that they are drawn apart.",
        "round.secret-differs" => "The secret that was promised cannot be opened. The node's key may have been changed.",
        null => "",
        _ => $"What it gathered is not in order ({code}).",
    };
}
