namespace PostMoney.Core.Members;

/// <summary>A code that lets a few people join, until it expires or is withdrawn.</summary>
public sealed class Invitation
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of the code; the code itself is shown once, to who made it.</summary>
    public required byte[] CodeHash { get; init; }

    /// <summary>Who invites.</summary>
    public required Guid CreatedBy { get; init; }

    /// <summary>For whom it is meant, in the steward's words.</summary>
    public required string Note { get; init; }

    /// <summary>How many may still join with it.</summary>
    public required int UsesLeft { get; set; }

    /// <summary>After that it is void.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was withdrawn.</summary>
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>Whether somebody can join with it at the moment.</summary>
    public bool IsValidAt(DateTimeOffset moment) => UsesLeft > 0 && RevokedAt is null && moment < ExpiresAt;
}
