using System.Diagnostics.CodeAnalysis;

namespace PostMoney.ActivityStreams.Cryptography;

/// <summary>Encrypts and authenticates under a shared key. A random nonce is safe: it has 24 bytes.</summary>
/// <remarks>draft-irtf-cfrg-xchacha-03, the IETF form: the tag follows the ciphertext. Never use a nonce twice under one key.</remarks>
public static class XChaCha20Poly1305
{
    /// <summary>Bytes of a key.</summary>
    public const int KeySize = 32;

    /// <summary>Bytes of a nonce.</summary>
    public const int NonceSize = 24;

    /// <summary>Bytes that a ciphertext is longer than its plaintext.</summary>
    public const int TagSize = 16;

    /// <summary>Encrypts; the associated data is authenticated and not contained.</summary>
    /// <returns>Ciphertext and tag, without the nonce.</returns>
    /// <exception cref="ArgumentException">The key or the nonce has another size.</exception>
    public static byte[] Encrypt(
        ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> associatedData, ReadOnlySpan<byte> plaintext)
    {
        CheckSizes(key, nonce);
        var ciphertext = new byte[plaintext.Length + TagSize];
        _ = Sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
            ciphertext, 0, plaintext, (ulong)plaintext.Length, associatedData, (ulong)associatedData.Length, 0, nonce, key);
        return ciphertext;
    }

    /// <summary>Decrypts what <see cref="Encrypt"/> returned under the same key, nonce and associated data.</summary>
    /// <returns>False when any of the four differs, or the ciphertext is shorter than a tag.</returns>
    /// <exception cref="ArgumentException">The key or the nonce has another size.</exception>
    public static bool TryDecrypt(
        ReadOnlySpan<byte> key,
        ReadOnlySpan<byte> nonce,
        ReadOnlySpan<byte> associatedData,
        ReadOnlySpan<byte> ciphertext,
        [NotNullWhen(true)] out byte[]? plaintext)
    {
        CheckSizes(key, nonce);
        plaintext = null;
        if (ciphertext.Length < TagSize)
        {
            return false;
        }

        var opened = new byte[ciphertext.Length - TagSize];
        if (Sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
            opened, 0, 0, ciphertext, (ulong)ciphertext.Length, associatedData, (ulong)associatedData.Length, nonce, key) != 0)
        {
            return false;
        }

        plaintext = opened;
        return true;
    }

    private static void CheckSizes(ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce)
    {
        if (key.Length != KeySize)
        {
            throw new ArgumentException($"A key has {KeySize} bytes.", nameof(key));
        }

        if (nonce.Length != NonceSize)
        {
            throw new ArgumentException($"A nonce has {NonceSize} bytes.", nameof(nonce));
        }
    }
}
