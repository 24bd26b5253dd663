using PostMoney.Core.Foundation;

namespace PostMoney.Core.Assignments;

/// <summary>Why an assignment is not issued, accepted, changed or found.</summary>
public static class AssignmentRefusals
{
    /// <summary>It does not exist, or must look as if it did not.</summary>
    public static Refusal NotFound { get; } = new(RefusalKind.NotFound, "assignment.not-found", "There is nothing here.");

    /// <summary>It is in another state by now.</summary>
    public static Refusal NotAnyMore { get; } = new(
        RefusalKind.Conflict, "assignment.not-any-more", "That is not possible any more. Please look at it again.");

    /// <summary>The conditions were not agreed to.</summary>
    public static Refusal Conditions { get; } = new(
        RefusalKind.Invalid, "assignment.conditions", "Please agree to the conditions first.", "Agreed");

    /// <summary>A reason is missing or too long.</summary>
    public static Refusal Reason { get; } = new(
        RefusalKind.Invalid, "assignment.reason", "Give a reason in 5 to 500 characters; it is kept and shown to those concerned.", "Reason");

    /// <summary>No unit is free for that time.</summary>
    public static Refusal NoUnitFree { get; } = new(
        RefusalKind.Conflict, "assignment.no-unit-free", "No unit is free for all of that time.", "OfferId");

    /// <summary>No offer was chosen.</summary>
    public static Refusal NothingChosen { get; } = new(
        RefusalKind.Invalid, "assignment.nothing-chosen", "Choose what to give.", "OfferId");

    /// <summary>The need cannot have that offer.</summary>
    public static Refusal NotEligible { get; } = new(
        RefusalKind.Invalid, "assignment.not-eligible", "That offer does not fit this need.", "OfferId");

    /// <summary>One does not decide about one's own request.</summary>
    public static Refusal OwnNeed { get; } = new(
        RefusalKind.Forbidden, "assignment.own-need", "Another steward has to decide about your own need.");

    /// <summary>Somebody waits for it.</summary>
    public static Refusal SomebodyWaits { get; } = new(
        RefusalKind.Conflict, "assignment.somebody-waits", "Somebody is waiting for it, so it cannot be prolonged this time.");

    /// <summary>It was prolonged before.</summary>
    public static Refusal ProlongedBefore { get; } = new(
        RefusalKind.Conflict, "assignment.prolonged-before", "It can be prolonged once, and was.");
}
