namespace PostMoney.Core.Federation.Outbox;

/// <summary>An activity of somebody here: signed once, kept as those bytes.</summary>
public sealed class OutboxActivity
{
    /// <summary>Its id here.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose.</summary>
    public required Guid ActorId { get; init; }

    /// <summary>Its id everywhere.</summary>
    public required string Uri { get; init; }

    /// <summary>Its type.</summary>
    public required string Type { get; init; }

    /// <summary>The id of what it is about, or null.</summary>
    public string? Subject { get; init; }

    /// <summary>The document with its proof.</summary>
    public required byte[] Document { get; init; }

    /// <summary>Whether everybody may read it.</summary>
    public required bool IsPublic { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
