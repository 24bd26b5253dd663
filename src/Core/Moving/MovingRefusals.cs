using PostMoney.Core.Foundation;

namespace PostMoney.Core.Moving;

/// <summary>Why an account does not move.</summary>
public static class MovingRefusals
{
    /// <summary>Without a place on the fediverse there is nowhere to move to.</summary>
    public static Refusal NoPlace { get; } = new(
        RefusalKind.Conflict, "move.no-place", "This node is not on the fediverse, so that nobody can move here or away.");

    /// <summary>Only members move.</summary>
    public static Refusal NoActor { get; } = new(RefusalKind.Forbidden, "move.members-only", "Only members can move.");

    /// <summary>Nobody moves to where they are.</summary>
    public static Refusal Oneself { get; } = new(RefusalKind.Invalid, "move.oneself", "That is this very account.");

    /// <summary>They moved a short while ago.</summary>
    public static Refusal Pause { get; } = new(
        RefusalKind.Conflict, "move.cooldown", "This account has moved a short while ago, and cannot move again yet.");

    /// <summary>The other account does not say that it is the same person's, or has itself moved.</summary>
    public static Refusal Unconfirmed { get; } = new(
        RefusalKind.Conflict, "move.unconfirmed",
        "That account does not name this one as a former account of yours. Sign in there, name this one, and try again.");

    /// <summary>Too many former accounts.</summary>
    public static Refusal Aliases { get; } = new(
        RefusalKind.Invalid, "move.aliases", $"Name at most {MoveRules.MostAliases} former accounts.", "From");

    /// <summary>What was signed is not what was asked for.</summary>
    public static Refusal Record { get; } = new(
        RefusalKind.Invalid, "move.record", "What was signed does not say what you chose. Please look the account up again.");

    /// <summary>The statement is not about this account, or not by this member's passport.</summary>
    public static Refusal Statement { get; } = new(
        RefusalKind.Invalid, "move.statement", "The statement is not by your passport about this account.");
}
