using System.Security.Cryptography;

namespace PostMoney.ActivityStreams.Cryptography;

/// <summary>An RSA key that signs. It carries transport between servers alone, never what a member says.</summary>
/// <remarks>RFC 8017. Several may sign with one key at the same time.</remarks>
public sealed class RsaSecretKey : IDisposable
{
    private readonly RSA _rsa;
    private readonly Lock _gate = new();

    private RsaSecretKey(RSA rsa)
    {
        _rsa = rsa;
        PublicKey = new RsaPublicKey(rsa.ExportParameters(includePrivateParameters: false));
    }

    /// <summary>The key that checks what this one signs.</summary>
    public RsaPublicKey PublicKey { get; }

    /// <summary>Makes a key of <see cref="RsaPublicKey.MinimumBits"/> bits, the size that every server accepts. Takes some tenths of a second.</summary>
    public static RsaSecretKey Create() => new(RSA.Create(RsaPublicKey.MinimumBits));

    /// <summary>Reads a key that <see cref="ToPkcs8"/> wrote. The caller still owns the bytes and wipes them.</summary>
    /// <exception cref="CryptographicException">The bytes are no such key.</exception>
    public static RsaSecretKey FromPkcs8(ReadOnlySpan<byte> bytes)
    {
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(bytes, out _);
        return new RsaSecretKey(rsa);
    }

    /// <summary>Reads the published keys of test vectors, of any size.</summary>
    internal static RsaSecretKey FromPem(string pem)
    {
        var rsa = RSA.Create();
        rsa.ImportFromPem(pem);
        return new RsaSecretKey(rsa);
    }

    /// <summary>The key as PKCS #8 (RFC 5958), some 1,200 bytes, for sealing. The caller wipes them.</summary>
    public byte[] ToPkcs8() => _rsa.ExportPkcs8PrivateKey();

    /// <summary>Signs with RSASSA-PKCS1-v1_5 and SHA-256: the same bytes get the same signature.</summary>
    public byte[] SignPkcs1Sha256(ReadOnlySpan<byte> message) => Sign(message, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    /// <summary>Signs with RSASSA-PSS, SHA-512 and a salt of 64 bytes: every signature is another.</summary>
    public byte[] SignPssSha512(ReadOnlySpan<byte> message) => Sign(message, HashAlgorithmName.SHA512, RSASignaturePadding.Pss);

    /// <inheritdoc />
    public void Dispose() => _rsa.Dispose();

    private byte[] Sign(ReadOnlySpan<byte> message, HashAlgorithmName hash, RSASignaturePadding padding)
    {
        lock (_gate)
        {
            return _rsa.SignData(message, hash, padding);
        }
    }
}
