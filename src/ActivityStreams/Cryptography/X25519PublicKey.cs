using System.Diagnostics.CodeAnalysis;

namespace PostMoney.ActivityStreams.Cryptography;

/// <summary>A key to which secrets are sealed: 32 bytes, one valid encoding, not of small order.</summary>
/// <remarks>X25519, RFC 7748. Stricter than its §5: an unreduced coordinate is refused, so equal keys have equal bytes.</remarks>
public sealed class X25519PublicKey : IEquatable<X25519PublicKey>
{
    /// <summary>Bytes of a public key.</summary>
    public const int Size = 32;

    private readonly byte[] _bytes;

    /// <summary>For bytes that are known to be a valid key.</summary>
    internal X25519PublicKey(byte[] valid) => _bytes = valid;

    /// <summary>The key, <see cref="Size"/> bytes.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Takes a key from outside.</summary>
    /// <returns>False for another length, a coordinate of 2^255 - 19 or more, and a point of small order.</returns>
    public static bool TryCreate(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out X25519PublicKey? key)
    {
        key = bytes.Length == Size && IsReduced(bytes) && !HasSmallOrder(bytes) ? new X25519PublicKey(bytes.ToArray()) : null;
        return key is not null;
    }

    /// <inheritdoc />
    public bool Equals(X25519PublicKey? other) => other is not null && _bytes.AsSpan().SequenceEqual(other._bytes);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as X25519PublicKey);

    /// <inheritdoc />
    public override int GetHashCode() => BitConverter.ToInt32(_bytes, 0);

    private static bool IsReduced(ReadOnlySpan<byte> bytes) =>
        bytes[31] < 0x7F || (bytes[31] == 0x7F && (bytes[1..31].ContainsAnyExcept((byte)0xFF) || bytes[0] < 0xED));

    // Any secret key is a multiple of the cofactor, so every point of small order ends in zero, which libsodium refuses.
    private static bool HasSmallOrder(ReadOnlySpan<byte> bytes)
    {
        Span<byte> shared = stackalloc byte[Size];
        Span<byte> anySecret = stackalloc byte[Size];
        anySecret.Fill(1);
        return Sodium.crypto_scalarmult(shared, anySecret, bytes) != 0;
    }
}
