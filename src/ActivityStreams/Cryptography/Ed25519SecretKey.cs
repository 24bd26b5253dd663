namespace PostMoney.ActivityStreams.Cryptography;

/// <summary>A key that signs, made from a seed of 32 bytes and wiped when disposed. It is never shown.</summary>
/// <remarks>Ed25519, RFC 8032 §5.1.5 and §5.1.6: signing needs no randomness, so the same bytes get the same signature.</remarks>
public sealed class Ed25519SecretKey : IDisposable
{
    /// <summary>Bytes of a seed.</summary>
    public const int SeedSize = 32;

    private readonly SecretBytes _seedAndPublicKey = new(64);

    private Ed25519SecretKey(ReadOnlySpan<byte> seed)
    {
        var publicKey = new byte[Ed25519PublicKey.Size];
        _ = Sodium.crypto_sign_seed_keypair(publicKey, _seedAndPublicKey.Span, seed);
        PublicKey = new Ed25519PublicKey(publicKey);
    }

    /// <summary>The key that checks what this one signs.</summary>
    public Ed25519PublicKey PublicKey { get; }

    /// <summary>The key of a seed. The caller still owns the seed and wipes it.</summary>
    /// <exception cref="ArgumentException">The seed has not <see cref="SeedSize"/> bytes.</exception>
    public static Ed25519SecretKey FromSeed(ReadOnlySpan<byte> seed32) => seed32.Length == SeedSize
        ? new Ed25519SecretKey(seed32)
        : throw new ArgumentException($"A seed has {SeedSize} bytes.", nameof(seed32));

    /// <summary>Signs the bytes; the signature stands apart and has 64 bytes.</summary>
    /// <exception cref="ObjectDisposedException">The key has been wiped.</exception>
    public byte[] Sign(ReadOnlySpan<byte> message)
    {
        var signature = new byte[Ed25519PublicKey.SignatureSize];
        _ = Sodium.crypto_sign_detached(signature, 0, message, (ulong)message.Length, _seedAndPublicKey.Span);
        return signature;
    }

    /// <summary>The X25519 key that belongs to this one and opens what was sealed to its owner. Dispose it too.</summary>
    /// <exception cref="ObjectDisposedException">The key has been wiped.</exception>
    public X25519SecretKey ToAgreementKey()
    {
        Span<byte> agreement = stackalloc byte[X25519SecretKey.Size];
        _ = Sodium.crypto_sign_ed25519_sk_to_curve25519(agreement, _seedAndPublicKey.Span);
        var key = X25519SecretKey.FromBytes(agreement);
        System.Security.Cryptography.CryptographicOperations.ZeroMemory(agreement);
        return key;
    }

    /// <inheritdoc />
    public void Dispose() => _seedAndPublicKey.Dispose();
}
