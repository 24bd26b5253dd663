namespace PostMoney.Core.Posts.Threads;

/// <summary>A conversation of which more may lie elsewhere, by the post that somebody came upon.</summary>
public sealed class ThreadReading
{
    /// <summary>The post.</summary>
    public required Guid PostId { get; init; }

    /// <summary>Since when it is to be read; null where nobody waits for it.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>When its reading was last begun.</summary>
    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>Somebody waits for it.</summary>
    internal void Ask(DateTimeOffset at) => DueAt ??= at;

    /// <summary>It is read now. What breaks on the way is not tried again by itself: whoever looks later asks anew.</summary>
    internal void Begin(DateTimeOffset at) => (DueAt, ReadAt) = (null, at);
}
