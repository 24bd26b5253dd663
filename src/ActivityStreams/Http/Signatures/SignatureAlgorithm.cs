namespace PostMoney.ActivityStreams.Http.Signatures;

/// <summary>How the bytes of a signature are made. A key decides it; what a message says about it can only be refused.</summary>
/// <remarks>RFC 9421 §3.3.</remarks>
public enum SignatureAlgorithm
{
    /// <summary><c>rsa-v1_5-sha256</c> (RFC 9421 §3.3.2), which the older draft calls <c>rsa-sha256</c>.</summary>
    RsaPkcs1Sha256,

    /// <summary><c>rsa-pss-sha512</c> (RFC 9421 §3.3.1).</summary>
    RsaPssSha512,

    /// <summary><c>ed25519</c> (RFC 9421 §3.3.6).</summary>
    Ed25519,

    /// <summary><c>ecdsa-p256-sha256</c> (RFC 9421 §3.3.4). No key from outside has it.</summary>
    EcdsaP256Sha256,

    /// <summary><c>hmac-sha256</c> (RFC 9421 §3.3.3). No key from outside has it.</summary>
    HmacSha256,
}
