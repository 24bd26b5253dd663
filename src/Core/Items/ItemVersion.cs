namespace PostMoney.Core.Items;

/// <summary>One version as it was signed, byte for byte. A tombstone is a version too.</summary>
public sealed class ItemVersion
{
    /// <summary>The item.</summary>
    public required Guid ItemId { get; init; }

    /// <summary>1, 2, 3 …</summary>
    public required int Version { get; init; }

    /// <summary>The signed record in canonical form (RFC 8785).</summary>
    public required byte[] Record { get; init; }

    /// <summary>SHA-256 of the record.</summary>
    public required byte[] Digest { get; init; }

    /// <summary>When it was taken in.</summary>
    public required DateTimeOffset At { get; init; }
}
