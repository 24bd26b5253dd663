using System.Security.Cryptography;
using System.Text;
using PostMoney.ActivityStreams.Cryptography;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Sealing;

/// <summary>Seals and opens the parts of a payload on the node, for people whose browser does not do it.</summary>
/// <remarks>
/// XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha), 24-byte random nonce in front. The text is padded (ISO/IEC 7816-4)
/// to 256, 1,024, 4,096 or 16,384 bytes, so that its length does not tell one address from another.
/// </remarks>
public sealed class PayloadCipher(Randomness randomness)
{
    /// <summary>Most bytes of UTF-8 that a part may have.</summary>
    public const int MaximumBytes = 16_383;

    private static readonly int[] _sizes = [256, 1_024, 4_096, 16_384];

    internal byte[] Seal(DataKey key, PartAddress address, string text)
    {
        var padded = Pad(text);
        var nonce = randomness.Bytes(XChaCha20Poly1305.NonceSize);
        var sealedText = XChaCha20Poly1305.Encrypt(key.Bytes, nonce, address.AssociatedData(), padded);
        CryptographicOperations.ZeroMemory(padded);
        return [.. nonce, .. sealedText];
    }

    /// <returns>The text, or null where the ciphertext was changed, moved or made with another key.</returns>
    internal static string? TryOpen(DataKey key, PartAddress address, ReadOnlySpan<byte> ciphertext)
    {
        const int nonceSize = XChaCha20Poly1305.NonceSize;
        if (ciphertext.Length <= nonceSize
            || !XChaCha20Poly1305.TryDecrypt(
                key.Bytes, ciphertext[..nonceSize], address.AssociatedData(), ciphertext[nonceSize..], out var padded))
        {
            return null;
        }

        var end = Array.FindLastIndex(padded, value => value != 0);
        return end >= 0 && padded[end] == 0x80 ? Encoding.UTF8.GetString(padded, 0, end) : null;
    }

    /// <summary>Whether a ciphertext has one of the lengths that padding allows.</summary>
    internal static bool HasPaddedLength(int length) =>
        _sizes.Contains(length - XChaCha20Poly1305.NonceSize - XChaCha20Poly1305.TagSize);

    private static byte[] Pad(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        if (length > MaximumBytes)
        {
            throw new ArgumentException($"A part has at most {MaximumBytes} bytes.", nameof(text));
        }

        var padded = new byte[_sizes.First(size => size > length)];
        Encoding.UTF8.GetBytes(text, padded);
        padded[length] = 0x80;
        return padded;
    }
}
