namespace PostMoney.Core.Moderation;

/// <summary>What somebody has told the stewards about somebody: told once, looked into, answered.</summary>
public sealed class Report
{
    /// <summary>Most characters of what is told.</summary>
    public const int LongestComment = 1_000;

    /// <summary>Most characters of the answer.</summary>
    public const int LongestAnswer = 500;

    /// <summary>Most posts that one report names.</summary>
    public const int MostPosts = 20;

    /// <summary>Most open reports of one person or one server; who has more to tell waits for answers.</summary>
    public const int MostOpen = 20;

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>About whom.</summary>
    public required Guid AboutId { get; init; }

    /// <summary>The member who told it, or null. The person it is about never learns who.</summary>
    public Guid? ReporterId { get; init; }

    /// <summary>The actor of another server that told it, or null.</summary>
    public Guid? FromId { get; init; }

    /// <summary>What sort of thing.</summary>
    public required ReportCategory Category { get; init; }

    /// <summary>In the words of whoever told it; plain text, and hostile.</summary>
    public required string Comment { get; init; }

    /// <summary>The need or offer of this node that it is about.</summary>
    public Guid? ItemId { get; init; }

    /// <summary>When the other server was told, or null.</summary>
    public DateTimeOffset? ForwardedAt { get; init; }

    /// <summary>When it was told.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The steward who looks into it, or null.</summary>
    public Guid? TakenBy { get; set; }

    /// <summary>What came of it.</summary>
    public ReportOutcome? Outcome { get; private set; }

    /// <summary>What whoever told it is answered; may be empty.</summary>
    public string Answer { get; private set; } = "";

    /// <summary>Who closed it.</summary>
    public Guid? ClosedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Whether it waits for a decision.</summary>
    public bool IsOpen => ClosedAt is null;

    /// <summary>Ends it, once.</summary>
    internal void Close(ReportOutcome outcome, string answer, Guid by, DateTimeOffset at) =>
        (Outcome, Answer, ClosedBy, ClosedAt) = (outcome, answer, by, at);
}

/// <summary>What a report is about.</summary>
public enum ReportCategory
{
    /// <summary>Advertising, or the same again and again.</summary>
    Spam,

    /// <summary>Insults, pestering, hate.</summary>
    Unkind,

    /// <summary>Somebody is in danger.</summary>
    Unsafe,

    /// <summary>Against the law.</summary>
    Unlawful,

    /// <summary>Against the rules of this community.</summary>
    Rules,

    /// <summary>Something else.</summary>
    Other,
}

/// <summary>What came of a report.</summary>
public enum ReportOutcome
{
    /// <summary>Nothing had to be done.</summary>
    Nothing,

    /// <summary>What was said was taken away.</summary>
    Removed,

    /// <summary>Somebody was warned.</summary>
    Warned,

    /// <summary>Somebody was limited.</summary>
    Limited,

    /// <summary>Somebody was suspended.</summary>
    Suspended,
}

/// <summary>A post that a report names.</summary>
public sealed class ReportedPost
{
    /// <summary>The report.</summary>
    public required Guid ReportId { get; init; }

    /// <summary>The post.</summary>
    public required Guid PostId { get; init; }
}

/// <summary>What a steward notes about a report, for other stewards.</summary>
public sealed class ReportNote
{
    /// <summary>Most characters.</summary>
    public const int LongestText = 1_000;

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The report.</summary>
    public required Guid ReportId { get; init; }

    /// <summary>The steward.</summary>
    public required Guid AuthorId { get; init; }

    /// <summary>What they note.</summary>
    public required string Text { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
