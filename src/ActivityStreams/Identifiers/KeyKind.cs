namespace PostMoney.ActivityStreams.Identifiers;

/// <summary>The kinds of public key that a Multikey can be recognised as. Only the first two are used.</summary>
/// <remarks>The multicodec table; each value is the key's code there.</remarks>
public enum KeyKind
{
    /// <summary>None of those below, or not of the right length.</summary>
    Unknown,

    /// <summary>Ed25519, 32 bytes: signs.</summary>
    Ed25519 = 0xED,

    /// <summary>X25519, 32 bytes: opens what was sealed to it.</summary>
    X25519 = 0xEC,

    /// <summary>secp256k1, compressed, 33 bytes.</summary>
    Secp256k1 = 0xE7,

    /// <summary>BLS12-381 in G1, 48 bytes.</summary>
    Bls12381G1 = 0xEA,

    /// <summary>BLS12-381 in G2, 96 bytes.</summary>
    Bls12381G2 = 0xEB,

    /// <summary>BLS12-381 in both groups, 144 bytes.</summary>
    Bls12381G1G2 = 0xEE,

    /// <summary>P-256, compressed, 33 bytes.</summary>
    P256 = 0x1200,

    /// <summary>P-384, compressed, 49 bytes.</summary>
    P384 = 0x1201,

    /// <summary>P-521, compressed, 67 bytes.</summary>
    P521 = 0x1202,

    /// <summary>RSA as the DER of PKCS #1.</summary>
    Rsa = 0x1205,
}
