namespace PostMoney.Core.Grants;

/// <summary>Somebody asked to open a payload: granted or not, and by which rule. Written before the answer leaves.</summary>
public sealed class GrantAttempt
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who asked.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>The item.</summary>
    public required Guid ItemId { get; init; }

    /// <summary>Its version then.</summary>
    public required int Version { get; init; }

    /// <summary>Granted or not.</summary>
    public required bool Allowed { get; init; }

    /// <summary>The rule that decided.</summary>
    public required string Rule { get; init; }

    /// <summary>The grant, where there is one.</summary>
    public Guid? GrantId { get; init; }
}
