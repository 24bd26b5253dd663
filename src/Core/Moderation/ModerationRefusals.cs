using PostMoney.Core.Foundation;

namespace PostMoney.Core.Moderation;

/// <summary>Why something was not told, decided or answered.</summary>
public static class ModerationRefusals
{
    /// <summary>There is nothing of that id, or nothing that the person may see.</summary>
    public static Refusal NotFound { get; } = new(RefusalKind.NotFound, "moderation.not-found", "There is nothing here.");

    /// <summary>Nobody reports themselves.</summary>
    public static Refusal Oneself { get; } = new(RefusalKind.Invalid, "report.oneself", "That is you.");

    /// <summary>The comment is too long, or missing where the category says nothing.</summary>
    public static Refusal Comment { get; } = new(
        RefusalKind.Invalid, "report.comment", $"Say what happened, in at most {Report.LongestComment} characters.", "Comment");

    /// <summary>Too many reports wait for an answer.</summary>
    public static Refusal TooMany { get; } = new(
        RefusalKind.Conflict, "report.too-many", "Many of your reports are waiting. Please wait for the stewards to answer some of them.");

    /// <summary>It was decided already.</summary>
    public static Refusal Closed { get; } = new(RefusalKind.Conflict, "report.closed", "Another steward has closed it already.");

    /// <summary>Nobody decides about themselves.</summary>
    public static Refusal OwnCase { get; } = new(RefusalKind.Forbidden, "moderation.own-case", "It is about you: another steward decides.");

    /// <summary>Nothing was said that could be taken away.</summary>
    public static Refusal NothingToRemove { get; } = new(
        RefusalKind.Invalid, "report.nothing-to-remove", "The report names no post that is still there.", "Outcome");

    /// <summary>It is over already.</summary>
    public static Refusal Ended { get; } = new(RefusalKind.Conflict, "sanction.ended", "It is over already.");

    /// <summary>One appeal is all there is.</summary>
    public static Refusal AppealedBefore { get; } = new(RefusalKind.Conflict, "appeal.again", "You have appealed already.", "Text");

    /// <summary>The time for it is over.</summary>
    public static Refusal TooLate { get; } = new(
        RefusalKind.Conflict, "appeal.too-late", $"The {Sanction.AppealTime.Days} days for an appeal are over.", "Text");

    /// <summary>There is no appeal that waits.</summary>
    public static Refusal NoAppeal { get; } = new(RefusalKind.Conflict, "appeal.none", "No appeal is waiting here.");

    /// <summary>Whoever decided does not judge their own decision.</summary>
    public static Refusal AnotherSteward { get; } = new(
        RefusalKind.Forbidden, "appeal.another-steward", "You decided it: another steward answers the appeal.");

    /// <summary>A text is missing or too long.</summary>
    public static Refusal Text(string field) => new(
        RefusalKind.Invalid, "moderation.text", $"Write something, in at most {Sanction.LongestText} characters.", field);
}
