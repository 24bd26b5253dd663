namespace PostMoney.Core.Sealing;

/// <summary>Wraps under the node key what the program keeps beside its database to protect forms.</summary>
public sealed class SessionKeyWrapping(KeyWrapping wrapping)
{
    private const string Purpose = "session-key";

    /// <summary>Wraps it: a nonce of 24 bytes, then XChaCha20-Poly1305.</summary>
    public byte[] Wrap(ReadOnlySpan<byte> secret) => wrapping.Wrap(secret, Purpose);

    /// <summary>What was wrapped.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It was changed, or wrapped under another node key.</exception>
    public byte[] Unwrap(ReadOnlySpan<byte> wrapped) => wrapping.Unwrap(wrapped, Purpose);
}
