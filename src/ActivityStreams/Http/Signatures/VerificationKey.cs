using System.Security.Cryptography;
using PostMoney.ActivityStreams.Cryptography;

namespace PostMoney.ActivityStreams.Http.Signatures;

/// <summary>A key that checks signatures of HTTP messages: one of the kinds below, and no other.</summary>
/// <remarks>RFC 9421 §3.3, as far as actors publish such keys.</remarks>
public abstract record VerificationKey
{
    private VerificationKey()
    {
    }

    /// <summary>The algorithms that this key takes, the one to assume first.</summary>
    internal abstract IReadOnlyList<SignatureAlgorithm> Algorithms { get; }

    internal abstract bool Verify(SignatureAlgorithm algorithm, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature);

    /// <summary>An RSA key, as most actors publish it.</summary>
    public sealed record Rsa(RsaPublicKey Key) : VerificationKey
    {
        internal override IReadOnlyList<SignatureAlgorithm> Algorithms { get; } =
            [SignatureAlgorithm.RsaPkcs1Sha256, SignatureAlgorithm.RsaPssSha512];

        internal override bool Verify(SignatureAlgorithm algorithm, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
            algorithm == SignatureAlgorithm.RsaPssSha512
                ? Key.VerifyPssSha512(message, signature)
                : Key.VerifyPkcs1Sha256(message, signature);
    }

    /// <summary>An Ed25519 key, from a Multikey (FEP-521a) or a did:key.</summary>
    public sealed record Ed25519(Ed25519PublicKey Key) : VerificationKey
    {
        internal override IReadOnlyList<SignatureAlgorithm> Algorithms { get; } = [SignatureAlgorithm.Ed25519];

        internal override bool Verify(SignatureAlgorithm algorithm, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
            Key.Verify(message, signature);
    }

    /// <summary>For the examples of RFC 9421 alone: P-256 as PEM.</summary>
    internal sealed record Curve(string PublicKeyPem) : VerificationKey
    {
        internal override IReadOnlyList<SignatureAlgorithm> Algorithms { get; } = [SignatureAlgorithm.EcdsaP256Sha256];

        internal override bool Verify(SignatureAlgorithm algorithm, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
            P256.Verify(PublicKeyPem, message, signature);
    }

    /// <summary>For the examples of RFC 9421 alone: a secret that both sides hold, which between servers proves nothing to a third.</summary>
    internal sealed record Shared(byte[] Secret) : VerificationKey
    {
        internal override IReadOnlyList<SignatureAlgorithm> Algorithms { get; } = [SignatureAlgorithm.HmacSha256];

        internal override bool Verify(SignatureAlgorithm algorithm, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
            CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(Secret, message), signature);
    }
}
