namespace PostMoney.Core.Posts.Pins;

/// <summary>Somebody has put a post of theirs first on their page.</summary>
public sealed class PinnedPost
{
    /// <summary>Most posts of one person.</summary>
    public const int Most = 5;

    /// <summary>Whose.</summary>
    public required Guid ActorId { get; init; }

    /// <summary>Which.</summary>
    public required Guid PostId { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset At { get; init; }
}
