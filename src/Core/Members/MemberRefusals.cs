using PostMoney.Core.Foundation;

namespace PostMoney.Core.Members;

/// <summary>Why somebody does not become or stay a member.</summary>
public static class MemberRefusals
{
    /// <summary>The handle has other characters, or too few or many.</summary>
    public static Refusal Handle { get; } = new(
        RefusalKind.Invalid, "member.handle", "Choose 2 to 30 small letters, digits or underscores, beginning with a letter.", "Handle");

    /// <summary>Somebody has the handle already.</summary>
    public static Refusal HandleTaken { get; } = new(
        RefusalKind.Conflict, "member.handle-taken", "Somebody here is called that already.", "Handle");

    /// <summary>The name is empty or too long.</summary>
    public static Refusal Name { get; } = new(
        RefusalKind.Invalid, "member.name", "Tell us what to call you, in at most 60 characters.", "DisplayName");

    /// <summary>A biography is too long.</summary>
    public static Refusal Biography { get; } = new(RefusalKind.Invalid, "member.biography", "Say it in at most 500 characters.", "Biography");

    /// <summary>A line of a profile has no name, or too long a one.</summary>
    public static Refusal FieldName { get; } = new(
        RefusalKind.Invalid, "member.field-name", $"Give the line a name, in at most {ProfileField.LongestName} characters, or leave it out.", "Name1");

    /// <summary>A line of a profile says nothing, or too much.</summary>
    public static Refusal FieldValue { get; } = new(
        RefusalKind.Invalid, "member.field-value", $"Say something in the line, in at most {ProfileField.LongestValue} characters, or leave it out.", "Value1");

    /// <summary>There is no such colour scheme.</summary>
    public static Refusal Scheme { get; } = new(RefusalKind.Invalid, "member.scheme", "Choose one of the colours.", "Scheme");

    /// <summary>The application is too long.</summary>
    public static Refusal Application { get; } = new(
        RefusalKind.Invalid, "member.application", "Keep it under 1,000 characters.", "Application");

    /// <summary>The passphrase is too short or too long.</summary>
    public static Refusal Passphrase { get; } = new(
        RefusalKind.Invalid, "member.passphrase", "Use at least 10 characters; four or five words are good.", "Passphrase");

    /// <summary>The passport belongs to a member already.</summary>
    public static Refusal PassportKnown { get; } = new(
        RefusalKind.Conflict, "member.passport-known", "This passport is a member already. Please sign in.", "Did");

    /// <summary>The invitation is unknown, used up, withdrawn or too old. All look alike.</summary>
    public static Refusal Invitation { get; } = new(
        RefusalKind.Invalid, "member.invitation", "This invitation is not valid (any more). Ask who invited you for a new one.", "Invitation");

    /// <summary>Nobody can be signed in with that. Says nothing about which part was wrong.</summary>
    public static Refusal SignIn { get; } = new(
        RefusalKind.Invalid, "member.sign-in", "That handle and passphrase do not belong together.", "Passphrase");

    /// <summary>Somebody who is signed in gave another passphrase than theirs.</summary>
    public static Refusal WrongPassphrase { get; } = new(
        RefusalKind.Invalid, "member.wrong-passphrase", "That is not your passphrase.", "Passphrase");

    /// <summary>The passport is proved, and no member has it.</summary>
    public static Refusal NoMember { get; } = new(
        RefusalKind.NotFound, "member.unknown-passport", "This passport is valid, but no member here has it. You can join with it.", "Did");

    /// <summary>There is no such member.</summary>
    public static Refusal NotFound { get; } = new(RefusalKind.NotFound, "member.not-found", "There is no such member.");

    /// <summary>The last steward cannot be removed.</summary>
    public static Refusal LastSteward { get; } = new(
        RefusalKind.Conflict, "member.last-steward", "Somebody has to look after this node. Appoint another steward first.");

    /// <summary>One cannot decide about oneself.</summary>
    public static Refusal Oneself { get; } = new(
        RefusalKind.Forbidden, "member.oneself", "Another steward has to decide about you.");

    /// <summary>The applicant waits for the stewards.</summary>
    public static Refusal StillPending { get; } = new(
        RefusalKind.Forbidden, "member.pending", "The stewards have not decided about your application yet.");

    /// <summary>They may not sign in.</summary>
    public static Refusal Closed { get; } = new(
        RefusalKind.Forbidden, "member.closed", "This account is closed. Please talk to a steward.");

    internal static Refusal NotFrom(MemberState from, MemberState to) => new(
        RefusalKind.Conflict, "member.transition", $"Somebody who is {Word(from)} cannot become {Word(to)}.");

    private static string Word(MemberState state) => state.ToString().ToLowerInvariant();
}
