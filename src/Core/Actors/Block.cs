namespace PostMoney.Core.Actors;

/// <summary>Somebody does not want to meet somebody.</summary>
/// <remarks>ActivityPub §6.9. What follows from it is asked for by <see cref="Avoiding"/>.</remarks>
public sealed class Block
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who does not want to.</summary>
    public required Guid ActorId { get; init; }

    /// <summary>Whom.</summary>
    public required Guid TargetId { get; init; }

    /// <summary>How far it goes.</summary>
    public required BlockKind Kind { get; set; }

    /// <summary>The id of the <c>Block</c>, by which it is undone.</summary>
    public required string ActivityUri { get; set; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>How far somebody goes out of the way of somebody.</summary>
public enum BlockKind
{
    /// <summary>They see and hear nothing of them. Nobody else learns of it.</summary>
    Mute,

    /// <summary>That, and the other one cannot follow, read or answer them.</summary>
    Block,
}

/// <summary>A server of which somebody wants to see nothing.</summary>
public sealed class BlockedHost
{
    /// <summary>Who does not want to.</summary>
    public required Guid ActorId { get; init; }

    /// <summary>The host, with its port where that is not 443.</summary>
    public required string Host { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset At { get; init; }
}
