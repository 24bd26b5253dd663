namespace PostMoney.ActivityStreams.Http.Signatures.Schemes;

/// <summary>The names of algorithms on the wire.</summary>
internal static class AlgorithmNames
{
    private static readonly SignatureAlgorithm[] _all = Enum.GetValues<SignatureAlgorithm>();

    private static readonly SignatureAlgorithm[] _leftToTheKey =
        [SignatureAlgorithm.RsaPkcs1Sha256, SignatureAlgorithm.RsaPssSha512, SignatureAlgorithm.Ed25519];

    /// <summary>The name in the registry of RFC 9421 §6.2.2.</summary>
    internal static string Of(SignatureAlgorithm algorithm) => algorithm switch
    {
        SignatureAlgorithm.RsaPkcs1Sha256 => "rsa-v1_5-sha256",
        SignatureAlgorithm.RsaPssSha512 => "rsa-pss-sha512",
        SignatureAlgorithm.Ed25519 => "ed25519",
        SignatureAlgorithm.EcdsaP256Sha256 => "ecdsa-p256-sha256",
        _ => "hmac-sha256",
    };

    /// <summary>What an <c>algorithm</c> of the older draft may mean; none for a name that is not used.</summary>
    /// <remarks>
    /// <c>hs2019</c> leaves it to the key. The draft means PSS by it for RSA; the servers that send it mean PKCS #1 with
    /// SHA-256, as for a missing name, so both are tried and the commoner first.
    /// </remarks>
    internal static IReadOnlyList<SignatureAlgorithm> OfCavage(string? name) => name switch
    {
        null or "hs2019" => _leftToTheKey,
        "rsa-sha256" => [SignatureAlgorithm.RsaPkcs1Sha256],
        "ed25519" => [SignatureAlgorithm.Ed25519],
        _ => [],
    };

    /// <summary>What an <c>alg</c> of RFC 9421 may mean; everything where there is none, as the key then decides.</summary>
    internal static IReadOnlyList<SignatureAlgorithm> OfRfc9421(string? name)
    {
        var place = Array.FindIndex(_all, algorithm => name == Of(algorithm));
        return name is null ? _all : place < 0 ? [] : [_all[place]];
    }
}
