namespace PostMoney.Core.Grants;

/// <summary>The right to open one version of one payload, for a moment. Nobody can use it but its holder.</summary>
public sealed class KeyGrant
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The member who may open.</summary>
    public required Guid HolderId { get; init; }

    /// <summary>The item.</summary>
    public required Guid ItemId { get; init; }

    /// <summary>The version.</summary>
    public required int Version { get; init; }

    /// <summary>The data key.</summary>
    public required string KeyId { get; init; }

    /// <summary>The statement that the node signed. The sealed key itself is not kept.</summary>
    public required byte[] Statement { get; init; }

    /// <summary>When it was issued.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>Until when.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
