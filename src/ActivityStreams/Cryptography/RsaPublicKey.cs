using System.Diagnostics.CodeAnalysis;
using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PostMoney.ActivityStreams.Cryptography;

/// <summary>An RSA key that checks signatures: a modulus of 2,048 to 4,096 bits.</summary>
/// <remarks>
/// RFC 8017. Read from PEM as <c>PUBLIC KEY</c> (SPKI, RFC 5280 §4.1) or <c>RSA PUBLIC KEY</c> (PKCS #1, appendix A.1.1),
/// as actors publish it in <c>publicKeyPem</c>. Signatures have as many bytes as the modulus.
/// </remarks>
public sealed class RsaPublicKey : IEquatable<RsaPublicKey>
{
    /// <summary>Fewest bits of a modulus.</summary>
    public const int MinimumBits = 2_048;

    /// <summary>Most bits of a modulus: a larger one costs its checker more than it gives.</summary>
    public const int MaximumBits = 4_096;

    /// <summary>Most characters of a PEM text: 8 KiB.</summary>
    public const int MaximumPemLength = 8_192;

    private const string RsaEncryption = "1.2.840.113549.1.1.1";

    private readonly RSAParameters _parameters;
    private readonly Lock _gate = new();
    private RSA? _rsa;

    /// <summary>For parameters that were looked at before.</summary>
    internal RsaPublicKey(RSAParameters parameters) => _parameters = parameters;

    /// <summary>Bits of the modulus.</summary>
    public int Bits => (_parameters.Modulus!.Length * 8) - (int)byte.LeadingZeroCount(_parameters.Modulus[0]);

    /// <summary>Takes a key from outside.</summary>
    /// <returns>False, and why.</returns>
    public static bool TryFromPem(string? pem, [NotNullWhen(true)] out RsaPublicKey? key, out RsaKeyProblem problem)
    {
        problem = TryRead(pem, out key);
        if (key is not null)
        {
            problem = Judge(key);
        }

        key = problem == RsaKeyProblem.None ? key : null;
        return key is not null;
    }

    /// <summary>The key as <c>PUBLIC KEY</c>, lines of 64 characters between line feeds.</summary>
    public string ToPem()
    {
        using var rsa = RSA.Create(_parameters);
        return rsa.ExportSubjectPublicKeyInfoPem() + "\n";
    }

    /// <summary>Whether the signature is RSASSA-PKCS1-v1_5 with SHA-256 over these bytes (§8.2.2).</summary>
    public bool VerifyPkcs1Sha256(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        Verify(message, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    /// <summary>Whether the signature is RSASSA-PSS with SHA-512 and a salt of 64 bytes over these bytes (§8.1.2).</summary>
    public bool VerifyPssSha512(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        Verify(message, signature, HashAlgorithmName.SHA512, RSASignaturePadding.Pss);

    /// <inheritdoc />
    public bool Equals(RsaPublicKey? other) => other is not null
        && _parameters.Modulus.AsSpan().SequenceEqual(other._parameters.Modulus)
        && _parameters.Exponent.AsSpan().SequenceEqual(other._parameters.Exponent);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as RsaPublicKey);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(_parameters.Modulus);
        return hash.ToHashCode();
    }

    /// <summary>Reads a key of any size; only <see cref="TryFromPem"/> judges it.</summary>
    internal static RsaKeyProblem TryRead(string? pem, out RsaPublicKey? key)
    {
        key = null;
        if (pem is null or { Length: > MaximumPemLength }
            || !PemEncoding.TryFind(pem, out var fields)
            || !pem.AsSpan(0, fields.Location.Start.Value).IsWhiteSpace()
            || !pem.AsSpan(fields.Location.End.Value).IsWhiteSpace())
        {
            return RsaKeyProblem.NotPem;
        }

        try
        {
            var der = Convert.FromBase64String(pem[fields.Base64Data]);
            return pem[fields.Label] switch
            {
                "PUBLIC KEY" => TryReadSubjectPublicKeyInfo(der, out key),
                "RSA PUBLIC KEY" => TryReadPkcs1(der, out key),
                _ => RsaKeyProblem.OtherLabel,
            };
        }
        catch (Exception exception) when (exception is CryptographicException or AsnContentException)
        {
            return RsaKeyProblem.Malformed;
        }
    }

    private static RsaKeyProblem TryReadSubjectPublicKeyInfo(byte[] der, out RsaPublicKey? key)
    {
        key = null;
        var info = PublicKey.CreateFromSubjectPublicKeyInfo(der, out var read);
        return read != der.Length ? RsaKeyProblem.Malformed
            : info.Oid.Value != RsaEncryption ? RsaKeyProblem.OtherKind
            : TryReadPkcs1(info.EncodedKeyValue.RawData, out key);
    }

    private static RsaKeyProblem TryReadPkcs1(byte[] der, out RsaPublicKey? key)
    {
        // Read here and not by the platform, which refuses some exponents without saying so.
        var whole = new AsnReader(der, AsnEncodingRules.DER);
        var sequence = whole.ReadSequence();
        var modulus = sequence.ReadInteger();
        var exponent = sequence.ReadInteger();
        sequence.ThrowIfNotEmpty();
        whole.ThrowIfNotEmpty();
        key = modulus.Sign > 0 && !modulus.IsEven && exponent.Sign > 0
            ? new RsaPublicKey(new RSAParameters { Modulus = Bytes(modulus), Exponent = Bytes(exponent) })
            : null;
        return key is null ? RsaKeyProblem.Malformed : RsaKeyProblem.None;

        static byte[] Bytes(BigInteger number) => number.ToByteArray(isUnsigned: true, isBigEndian: true);
    }

    private static RsaKeyProblem Judge(RsaPublicKey key)
    {
        var exponent = key._parameters.Exponent!;
        return key.Bits < MinimumBits ? RsaKeyProblem.TooSmall
            : key.Bits > MaximumBits ? RsaKeyProblem.TooLarge
            : exponent is [] or [1] or { Length: > 4 } || exponent[^1] % 2 == 0 ? RsaKeyProblem.Exponent
            : RsaKeyProblem.None;
    }

    private bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature, HashAlgorithmName hash, RSASignaturePadding padding)
    {
        if (signature.Length != _parameters.Modulus!.Length)
        {
            return false;
        }

        // Making the platform's key takes as long as checking a signature, and one of them serves one caller at a time.
        lock (_gate)
        {
            _rsa ??= RSA.Create(_parameters);
            return _rsa.VerifyData(message, signature, hash, padding);
        }
    }
}
