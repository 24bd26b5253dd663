using System.Diagnostics.CodeAnalysis;

namespace PostMoney.ActivityStreams.Cryptography;

/// <summary>A key that checks signatures: 32 bytes, one valid encoding, in the prime-order subgroup.</summary>
/// <remarks>
/// Ed25519, RFC 8032. Stricter than its §5.1.7: keys of small or mixed order would let one signature fit several
/// messages or keys, so none can exist as this type. Signatures have 64 bytes.
/// </remarks>
public sealed class Ed25519PublicKey : IEquatable<Ed25519PublicKey>
{
    /// <summary>Bytes of a public key.</summary>
    public const int Size = 32;

    /// <summary>Bytes of a signature.</summary>
    public const int SignatureSize = 64;

    // Whether bytes are a key costs half as much as checking a signature, and the same members sign again and again.
    // Each place holds the last valid key that fell there; a stranger who fills them all only makes the next check dearer.
    private static readonly Ed25519PublicKey?[] _lately = new Ed25519PublicKey?[1_024];

    private readonly byte[] _bytes;

    /// <summary>For bytes that are known to be a valid key.</summary>
    internal Ed25519PublicKey(byte[] valid) => _bytes = valid;

    /// <summary>The key, <see cref="Size"/> bytes.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Takes a key from outside.</summary>
    /// <returns>False for another length, a non-canonical encoding, a point off the curve, of small order or of mixed order.</returns>
    public static bool TryCreate(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out Ed25519PublicKey? key)
    {
        key = null;
        if (bytes.Length != Size)
        {
            return false;
        }

        ref var place = ref _lately[BitConverter.ToUInt32(bytes) % _lately.Length];
        key = Volatile.Read(ref place);
        if (key is null || !bytes.SequenceEqual(key._bytes))
        {
            key = Sodium.crypto_core_ed25519_is_valid_point(bytes) == 1 ? new Ed25519PublicKey(bytes.ToArray()) : null;
            if (key is not null)
            {
                Volatile.Write(ref place, key);
            }
        }

        return key is not null;
    }

    /// <summary>Whether the signature is this key's for exactly these bytes.</summary>
    /// <returns>False too for a signature of another length or with S not below the group order (RFC 8032 §8.4).</returns>
    public bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        signature.Length == SignatureSize
        && Sodium.crypto_sign_verify_detached(signature, message, (ulong)message.Length, _bytes) == 0;

    /// <summary>The X25519 key that belongs to this one, to which data keys are sealed.</summary>
    public X25519PublicKey ToAgreementKey()
    {
        var agreement = new byte[X25519PublicKey.Size];
        if (Sodium.crypto_sign_ed25519_pk_to_curve25519(agreement, _bytes) != 0)
        {
            throw new InvalidOperationException("A valid Ed25519 key has an X25519 key.");
        }

        return new X25519PublicKey(agreement);
    }

    /// <inheritdoc />
    public bool Equals(Ed25519PublicKey? other) => other is not null && _bytes.AsSpan().SequenceEqual(other._bytes);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Ed25519PublicKey);

    /// <inheritdoc />
    public override int GetHashCode() => BitConverter.ToInt32(_bytes, 0);
}
