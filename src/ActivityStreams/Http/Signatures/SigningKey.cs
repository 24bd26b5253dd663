using System.Security.Cryptography;
using PostMoney.ActivityStreams.Cryptography;

namespace PostMoney.ActivityStreams.Http.Signatures;

/// <summary>A key that signs HTTP messages: one of the kinds below, and no other.</summary>
/// <remarks>RFC 9421 §3.3; the older draft is used with RSA and PKCS #1 alone.</remarks>
public abstract record SigningKey
{
    private SigningKey()
    {
    }

    internal abstract SignatureAlgorithm Algorithm { get; }

    internal abstract byte[] Sign(ReadOnlySpan<byte> message);

    /// <summary>An RSA key, with which every server can be spoken to. It signs with PKCS #1 and SHA-256.</summary>
    public sealed record Rsa(RsaSecretKey Key) : SigningKey
    {
        internal override SignatureAlgorithm Algorithm => SignatureAlgorithm.RsaPkcs1Sha256;

        internal override byte[] Sign(ReadOnlySpan<byte> message) => Key.SignPkcs1Sha256(message);
    }

    /// <summary>An RSA key that signs with PSS and SHA-512, which few servers understand.</summary>
    public sealed record RsaPss(RsaSecretKey Key) : SigningKey
    {
        internal override SignatureAlgorithm Algorithm => SignatureAlgorithm.RsaPssSha512;

        internal override byte[] Sign(ReadOnlySpan<byte> message) => Key.SignPssSha512(message);
    }

    /// <summary>An Ed25519 key, for servers that read Multikeys.</summary>
    public sealed record Ed25519(Ed25519SecretKey Key) : SigningKey
    {
        internal override SignatureAlgorithm Algorithm => SignatureAlgorithm.Ed25519;

        internal override byte[] Sign(ReadOnlySpan<byte> message) => Key.Sign(message);
    }

    /// <summary>For the examples of RFC 9421 alone.</summary>
    internal sealed record Curve(string SecretKeyPem) : SigningKey
    {
        internal override SignatureAlgorithm Algorithm => SignatureAlgorithm.EcdsaP256Sha256;

        internal override byte[] Sign(ReadOnlySpan<byte> message) => P256.Sign(SecretKeyPem, message);
    }

    /// <summary>For the examples of RFC 9421 alone.</summary>
    internal sealed record Shared(byte[] Secret) : SigningKey
    {
        internal override SignatureAlgorithm Algorithm => SignatureAlgorithm.HmacSha256;

        internal override byte[] Sign(ReadOnlySpan<byte> message) => HMACSHA256.HashData(Secret, message);
    }
}
