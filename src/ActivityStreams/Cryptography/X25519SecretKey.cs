namespace PostMoney.ActivityStreams.Cryptography;

/// <summary>A key that opens what was sealed to its owner: 32 bytes, wiped when disposed. It is never shown.</summary>
/// <remarks>X25519, RFC 7748.</remarks>
public sealed class X25519SecretKey : IDisposable
{
    /// <summary>Bytes of a secret key.</summary>
    public const int Size = 32;

    private readonly SecretBytes _bytes = new(Size);

    private X25519SecretKey(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_bytes.Span);
        var publicKey = new byte[X25519PublicKey.Size];
        _ = Sodium.crypto_scalarmult_base(publicKey, bytes);
        PublicKey = new X25519PublicKey(publicKey);
    }

    /// <summary>The key to which others seal.</summary>
    public X25519PublicKey PublicKey { get; }

    internal ReadOnlySpan<byte> Bytes => _bytes.Span;

    /// <summary>The key of these bytes. The caller still owns them and wipes them.</summary>
    /// <exception cref="ArgumentException">There are not <see cref="Size"/> of them.</exception>
    public static X25519SecretKey FromBytes(ReadOnlySpan<byte> bytes) => bytes.Length == Size
        ? new X25519SecretKey(bytes)
        : throw new ArgumentException($"An X25519 key has {Size} bytes.", nameof(bytes));

    /// <inheritdoc />
    public void Dispose() => _bytes.Dispose();
}
