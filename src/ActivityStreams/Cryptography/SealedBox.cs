using System.Diagnostics.CodeAnalysis;

namespace PostMoney.ActivityStreams.Cryptography;

/// <summary>Seals small secrets to a public key. Only its owner opens them; nobody learns, or can prove, who sealed them.</summary>
/// <remarks>
/// libsodium's <c>crypto_box_seal</c>, which no RFC describes: an ephemeral X25519 key (RFC 7748), nonce BLAKE2b(ephemeral
/// key, recipient key), XSalsa20-Poly1305. A box is <see cref="Overhead"/> bytes longer than its message.
/// </remarks>
public static class SealedBox
{
    /// <summary>Bytes that a box adds to its message.</summary>
    public const int Overhead = Sodium.SealOverhead;

    /// <summary>Seals a message; twice the same message gives two different boxes.</summary>
    public static byte[] Seal(ReadOnlySpan<byte> message, X25519PublicKey to)
    {
        var box = new byte[message.Length + Overhead];
        if (Sodium.crypto_box_seal(box, message, (ulong)message.Length, to.Bytes) != 0)
        {
            throw new InvalidOperationException("A valid X25519 key takes a sealed box.");
        }

        return box;
    }

    /// <summary>Opens a box with the key to which it was sealed.</summary>
    /// <returns>False for a box that was changed, cut, or sealed to another key.</returns>
    public static bool TryOpen(ReadOnlySpan<byte> box, X25519SecretKey key, [NotNullWhen(true)] out byte[]? message)
    {
        message = null;
        if (box.Length < Overhead)
        {
            return false;
        }

        var opened = new byte[box.Length - Overhead];
        if (Sodium.crypto_box_seal_open(opened, box, (ulong)box.Length, key.PublicKey.Bytes, key.Bytes) != 0)
        {
            return false;
        }

        message = opened;
        return true;
    }
}
