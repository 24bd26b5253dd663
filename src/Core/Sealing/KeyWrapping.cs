using System.Security.Cryptography;
using System.Text;
using PostMoney.ActivityStreams.Cryptography;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Sealing;

/// <summary>Wraps small secrets under the node key, each bound to what it is for.</summary>
/// <remarks>XChaCha20-Poly1305 with a random 24-byte nonce in front; the associated data is the purpose.</remarks>
public sealed class KeyWrapping(NodeKey nodeKey, Randomness randomness)
{
    private readonly byte[] _key = nodeKey.Derive("postmoney/wrap/v1");

    internal byte[] Wrap(ReadOnlySpan<byte> secret, string purpose) => Wrap(_key, secret, purpose);

    internal byte[] Wrap(ReadOnlySpan<byte> key, ReadOnlySpan<byte> secret, string purpose)
    {
        var nonce = randomness.Bytes(XChaCha20Poly1305.NonceSize);
        return [.. nonce, .. XChaCha20Poly1305.Encrypt(key, nonce, Encoding.UTF8.GetBytes(purpose), secret)];
    }

    /// <exception cref="CryptographicException">It was changed, or wrapped for another purpose or under another key.</exception>
    internal byte[] Unwrap(ReadOnlySpan<byte> wrapped, string purpose) =>
        TryUnwrap(_key, wrapped, purpose) ?? throw new CryptographicException("A wrapped secret of this node does not open.");

    internal static byte[]? TryUnwrap(ReadOnlySpan<byte> key, ReadOnlySpan<byte> wrapped, string purpose)
    {
        const int nonceSize = XChaCha20Poly1305.NonceSize;
        return wrapped.Length > nonceSize
            && XChaCha20Poly1305.TryDecrypt(
                key, wrapped[..nonceSize], Encoding.UTF8.GetBytes(purpose), wrapped[nonceSize..], out var secret)
            ? secret
            : null;
    }
}
