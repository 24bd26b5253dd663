namespace PostMoney.Core.Items;

/// <summary>One part of a payload, as ciphertext.</summary>
public sealed class SealedPart
{
    /// <summary>The item.</summary>
    public required Guid ItemId { get; init; }

    /// <summary>Its version; only the newest is kept.</summary>
    public required int Version { get; init; }

    /// <summary>What the category calls the part, such as <c>accessCode</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The data key it was sealed with.</summary>
    public required string KeyId { get; init; }

    /// <summary>24 bytes of nonce, then XChaCha20-Poly1305.</summary>
    public required byte[] Ciphertext { get; init; }
}

/// <summary>The data key of one version, wrapped under the node key.</summary>
public sealed class WrappedKey
{
    /// <summary>Its name, such as <c>k-018f…-2</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The item.</summary>
    public required Guid ItemId { get; init; }

    /// <summary>The version.</summary>
    public required int Version { get; init; }

    /// <summary>The wrapped bytes.</summary>
    public required byte[] Wrapped { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The name of an item's data key.</summary>
    public static string IdOf(Guid itemId, int version) => FormattableString.Invariant($"k-{itemId:D}-{version}");

    /// <summary>What the wrapping is bound to.</summary>
    internal static string Purpose(string id) => $"data-key:{id}";
}
