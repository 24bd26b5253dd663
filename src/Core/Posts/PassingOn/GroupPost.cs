namespace PostMoney.Core.Posts.PassingOn;

/// <summary>A group of this node has passed a post on to those who follow it.</summary>
public sealed class GroupPost
{
    /// <summary>Most posts of one person that a group passes on in a day.</summary>
    public const int MostADay = 30;

    /// <summary>The group's actor.</summary>
    public required Guid ActorId { get; init; }

    /// <summary>The post.</summary>
    public required Guid PostId { get; init; }

    /// <summary>The id of the <c>Announce</c> of the activity, as FEP-1b12 has it.</summary>
    public required string Wrapped { get; init; }

    /// <summary>The id of the <c>Announce</c> of the post itself, which other servers show as a boost; null for answers.</summary>
    public string? Shared { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When somebody who looks after the group took it out.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>Who did.</summary>
    public Guid? RemovedBy { get; private set; }

    /// <summary>It was taken out.</summary>
    internal void Remove(Guid by, DateTimeOffset at) => (RemovedBy, RemovedAt) = (by, at);
}
