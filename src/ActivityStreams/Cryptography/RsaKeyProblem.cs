namespace PostMoney.ActivityStreams.Cryptography;

/// <summary>Why an RSA key from outside was refused.</summary>
/// <remarks>RFC 7468 §13 for the text, RFC 8017 §3.1 for the numbers.</remarks>
public enum RsaKeyProblem
{
    /// <summary>Nothing: it was taken.</summary>
    None,

    /// <summary>It is not exactly one PEM block, or has more than <see cref="RsaPublicKey.MaximumPemLength"/> characters.</summary>
    NotPem,

    /// <summary>The block is something else than a public key, such as a private key or a certificate.</summary>
    OtherLabel,

    /// <summary>It is a public key of another kind, such as Ed25519, P-256, or RSA for PSS alone.</summary>
    OtherKind,

    /// <summary>What is in the block is not the DER of its label, or more follows it.</summary>
    Malformed,

    /// <summary>The modulus has fewer than <see cref="RsaPublicKey.MinimumBits"/> bits.</summary>
    TooSmall,

    /// <summary>The modulus has more than <see cref="RsaPublicKey.MaximumBits"/> bits.</summary>
    TooLarge,

    /// <summary>The exponent is 1, even, or has more than 32 bits.</summary>
    Exponent,
}
