namespace PostMoney.Core.Actors;

/// <summary>Somebody follows somebody, or has asked to.</summary>
/// <remarks>ActivityPub §6.5 and §7.5.</remarks>
public sealed class Follow
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who follows.</summary>
    public required Guid FollowerId { get; init; }

    /// <summary>Whom.</summary>
    public required Guid FollowedId { get; init; }

    /// <summary>The id of the <c>Follow</c>, which an <c>Accept</c> or <c>Undo</c> may name.</summary>
    public required string ActivityUri { get; set; }

    /// <summary>Whether the other side has agreed.</summary>
    public required FollowState State { get; set; }

    /// <summary>When it was asked.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>How far a follow has come.</summary>
public enum FollowState
{
    /// <summary>Asked; not answered yet.</summary>
    Asked,

    /// <summary>Agreed to.</summary>
    Accepted,
}
