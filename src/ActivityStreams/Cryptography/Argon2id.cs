using System.Security.Cryptography;
using System.Text;

namespace PostMoney.ActivityStreams.Cryptography;

/// <summary>Turns a passphrase into a key, at a cost that makes guessing slow.</summary>
/// <remarks>Argon2id version 1.3, RFC 9106, one lane. Passphrase as UTF-8, salt 16 bytes, key 32 bytes.</remarks>
public static class Argon2id
{
    /// <summary>Bytes of a salt.</summary>
    public const int SaltSize = 16;

    /// <summary>Bytes of a derived key.</summary>
    public const int KeySize = 32;

    private const int Argon2id13 = 2;

    /// <summary>Derives the key. Takes the time and memory that <paramref name="cost"/> says.</summary>
    /// <exception cref="ArgumentException">The salt has not <see cref="SaltSize"/> bytes, or the cost is not valid.</exception>
    /// <exception cref="InsufficientMemoryException">The machine does not have the memory that the cost asks for.</exception>
    public static byte[] Derive(string passphrase, ReadOnlySpan<byte> salt16, Argon2idCost cost)
    {
        if (salt16.Length != SaltSize)
        {
            throw new ArgumentException($"A salt has {SaltSize} bytes.", nameof(salt16));
        }

        if (!cost.IsValid)
        {
            throw new ArgumentOutOfRangeException(nameof(cost));
        }

        var text = Encoding.UTF8.GetBytes(passphrase);
        var key = new byte[KeySize];
        var result = Sodium.crypto_pwhash(
            key, KeySize, text, (ulong)text.Length, salt16, (ulong)cost.Passes, (nuint)cost.MemoryKibibytes * 1024, Argon2id13);
        CryptographicOperations.ZeroMemory(text);
        return result == 0
            ? key
            : throw new InsufficientMemoryException($"Argon2id needs {cost.MemoryKibibytes} KiB of memory.");
    }
}
