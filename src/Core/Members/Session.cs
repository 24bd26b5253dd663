namespace PostMoney.Core.Members;

/// <summary>A browser in which somebody is signed in.</summary>
public sealed class Session
{
    /// <summary>SHA-256 of the token; the token itself is in the browser's cookie.</summary>
    public required byte[] IdHash { get; init; }

    /// <summary>Who is signed in.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Last use, to the hour.</summary>
    public required DateTimeOffset LastSeenAt { get; set; }

    /// <summary>After that it is void.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>What browser it is, in a few words, so that its owner can tell it from others.</summary>
    public required string Device { get; init; }

    /// <summary>A node-held passport, under a key made from the token; null for member-held ones.</summary>
    public byte[]? Unlocked { get; init; }
}
