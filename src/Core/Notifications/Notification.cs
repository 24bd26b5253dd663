namespace PostMoney.Core.Notifications;

/// <summary>Something that a member is told.</summary>
public sealed class Notification
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who is told.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>What sort of news, such as <c>assignment.held</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What it is about: <c>assignment</c>, <c>item</c>, <c>round</c>, <c>member</c>, <c>ticket</c>.</summary>
    public required string SubjectType { get; init; }

    /// <summary>Which one.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>One sentence, without anything private.</summary>
    public required string Text { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When it was read.</summary>
    public DateTimeOffset? ReadAt { get; set; }
}
