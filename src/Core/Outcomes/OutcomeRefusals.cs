using PostMoney.Core.Foundation;

namespace PostMoney.Core.Outcomes;

/// <summary>Why an outcome is not recorded.</summary>
public static class OutcomeRefusals
{
    /// <summary>The notes are too long.</summary>
    public static Refusal Notes { get; } = new(RefusalKind.Invalid, "outcome.notes", "Keep it under 1,000 characters.", "Notes");

    /// <summary>The condition is too long.</summary>
    public static Refusal Condition { get; } = new(
        RefusalKind.Invalid, "outcome.condition", "Keep it under 200 characters.", "Condition");

    /// <summary>A failure or damage needs a word.</summary>
    public static Refusal NotesMissing { get; } = new(
        RefusalKind.Invalid, "outcome.notes-missing", "Tell in a few words what went wrong, so that it can be mended.", "Notes");

    /// <summary>It was told already.</summary>
    public static Refusal Told { get; } = new(RefusalKind.Conflict, "outcome.told", "You have told about this already. Thank you.");

    /// <summary>It has not begun.</summary>
    public static Refusal NotBegun { get; } = new(
        RefusalKind.Conflict, "outcome.not-begun", "It has not begun yet. You can give the permit back instead.");

    /// <summary>The record is of another shape, or for something else.</summary>
    public static Refusal Record { get; } = new(
        RefusalKind.Invalid, "outcome.record", "The signed record does not fit. Please send the form again.");
}
