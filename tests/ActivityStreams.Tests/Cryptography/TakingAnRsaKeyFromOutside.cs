using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Text.Json;
using PostMoney.ActivityStreams.Cryptography;
using Xunit;
using TestData = PostMoney.Fixtures.TestData;

namespace PostMoney.ActivityStreams.Tests.Cryptography;

public sealed class TakingAnRsaKeyFromOutside
{
    private static readonly byte[] _message = "Dora lends a ladder."u8.ToArray();

    [Fact]
    public void Takes_both_forms()
    {
        using var rsa = RSA.Create(2_048);

        Assert.True(RsaPublicKey.TryFromPem(rsa.ExportSubjectPublicKeyInfoPem(), out var key, out _));
        Assert.True(RsaPublicKey.TryFromPem("\n" + rsa.ExportRSAPublicKeyPem() + "\r\n", out var same, out _));
        Assert.Equal(2_048, key.Bits);
        Assert.Equal(key, same);
        Assert.Equal(rsa.ExportSubjectPublicKeyInfoPem() + "\n", key.ToPem());
        Assert.True(key.VerifyPkcs1Sha256(_message, rsa.SignData(_message, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)));
    }

    // S-13: .NET itself would take all of these sizes.
    [Theory]
    [InlineData(512, RsaKeyProblem.TooSmall)]
    [InlineData(1_024, RsaKeyProblem.TooSmall)]
    [InlineData(2_047, RsaKeyProblem.TooSmall)]
    [InlineData(2_048, RsaKeyProblem.None)]
    [InlineData(3_072, RsaKeyProblem.None)]
    [InlineData(4_096, RsaKeyProblem.None)]
    [InlineData(4_097, RsaKeyProblem.TooLarge)]
    [InlineData(8_192, RsaKeyProblem.TooLarge)]
    public void Takes_2048_to_4096_bits(int bits, RsaKeyProblem expected) =>
        Assert.Equal(expected, Problem(Pem((BigInteger.One << (bits - 1)) + 1, 65_537)));

    [Fact]
    public void Refuses_keys_of_other_kinds_by_name()
    {
        using var rsa = RSA.Create(2_048);
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var pem = rsa.ExportSubjectPublicKeyInfoPem();

        Assert.Equal(RsaKeyProblem.OtherKind, Problem(curve.ExportSubjectPublicKeyInfoPem()));
        Assert.Equal(RsaKeyProblem.OtherKind, Problem(
            "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=\n-----END PUBLIC KEY-----"));
        Assert.Equal(RsaKeyProblem.OtherLabel, Problem(rsa.ExportPkcs8PrivateKeyPem()));
        Assert.Equal(RsaKeyProblem.OtherLabel, Problem(rsa.ExportRSAPrivateKeyPem()));
        Assert.Equal(RsaKeyProblem.NotPem, Problem(null));
        Assert.Equal(RsaKeyProblem.NotPem, Problem(""));
        Assert.Equal(RsaKeyProblem.NotPem, Problem("a key"));
        Assert.Equal(RsaKeyProblem.NotPem, Problem(pem + "\n" + pem));
        Assert.Equal(RsaKeyProblem.NotPem, Problem(pem + "\nand more"));
        Assert.Equal(RsaKeyProblem.NotPem, Problem(pem + new string(' ', RsaPublicKey.MaximumPemLength)));
        Assert.Equal(RsaKeyProblem.Malformed, Problem(PemEncoding.WriteString("PUBLIC KEY", [0x30, 0x00])));
        Assert.Equal(RsaKeyProblem.Malformed, Problem(PemEncoding.WriteString("RSA PUBLIC KEY", [1, 2, 3])));
        Assert.Equal(RsaKeyProblem.Malformed, Problem(
            PemEncoding.WriteString("PUBLIC KEY", [.. rsa.ExportSubjectPublicKeyInfo(), 0])));
        Assert.Equal(RsaKeyProblem.Malformed, Problem(PemEncoding.WriteString("RSA PUBLIC KEY", [.. rsa.ExportRSAPublicKey(), 0])));
    }

    [Theory]
    [InlineData(1, RsaKeyProblem.Exponent)]
    [InlineData(2, RsaKeyProblem.Exponent)]
    [InlineData(3, RsaKeyProblem.None)]
    [InlineData(65_536, RsaKeyProblem.Exponent)]
    [InlineData(0x1_0000_0001, RsaKeyProblem.Exponent)]
    [InlineData(0, RsaKeyProblem.Malformed)]
    [InlineData(-3, RsaKeyProblem.Malformed)]
    public void Refuses_an_exponent_that_checks_nothing_or_costs_much(long exponent, RsaKeyProblem expected) =>
        Assert.Equal(expected, Problem(Pem((BigInteger.One << 2_047) + 1, exponent)));

    [Fact]
    public void Refuses_a_modulus_that_cannot_be_one()
    {
        Assert.Equal(RsaKeyProblem.Malformed, Problem(Pem(BigInteger.One << 2_047, 65_537)));
        Assert.Equal(RsaKeyProblem.Malformed, Problem(Pem(-(BigInteger.One << 2_047) - 1, 65_537)));
    }

    [Fact]
    public void Takes_the_published_keys_of_RFC_9421_and_of_other_servers_and_refuses_the_short_one_of_the_draft()
    {
        var folder = TestData.Find("http-signatures");
        var rfc = Read("rfc9421/appendix-b.json").GetProperty("keys");

        Assert.Equal(RsaKeyProblem.None, Problem(Pem(rfc.GetProperty("test-key-rsa"))));
        Assert.Equal(RsaKeyProblem.None, Problem(Pem(rfc.GetProperty("test-key-rsa-pss"))));
        Assert.Equal(RsaKeyProblem.OtherKind, Problem(Pem(rfc.GetProperty("test-key-ecc-p256"))));
        Assert.Equal(RsaKeyProblem.OtherKind, Problem(Pem(rfc.GetProperty("test-key-ed25519"))));
        Assert.Equal(RsaKeyProblem.None, Problem(Pem(Read("takahe/http-signatures.json"))));
        Assert.Equal(RsaKeyProblem.TooSmall, Problem(Pem(Read("cavage/appendix-c.json"))));
        Assert.All(
            Read("fedify/captured.json").GetProperty("vectors").EnumerateArray(),
            vector => Assert.Equal(RsaKeyProblem.None, Problem(Pem(vector))));

        JsonElement Read(string file) => JsonElement.Parse(File.ReadAllText(Path.Combine(folder, file)));
        static string Pem(JsonElement key) => key.GetProperty("publicKeyPem").GetString()!;
    }

    [Fact]
    public void Signs_in_both_ways_and_tells_them_apart()
    {
        using var made = RsaSecretKey.Create();
        using var key = RsaSecretKey.FromPkcs8(made.ToPkcs8());
        var plain = key.SignPkcs1Sha256(_message);
        var salted = key.SignPssSha512(_message);

        Assert.Equal(made.PublicKey, key.PublicKey);
        Assert.Equal(plain, key.SignPkcs1Sha256(_message));
        Assert.NotEqual(salted, key.SignPssSha512(_message));
        Assert.True(key.PublicKey.VerifyPkcs1Sha256(_message, plain));
        Assert.True(key.PublicKey.VerifyPssSha512(_message, salted));
        Assert.False(key.PublicKey.VerifyPkcs1Sha256(_message, salted));
        Assert.False(key.PublicKey.VerifyPssSha512(_message, plain));
        Assert.False(key.PublicKey.VerifyPkcs1Sha256(_message, plain.AsSpan()[..^1]));
        Assert.False(key.PublicKey.VerifyPkcs1Sha256(_message, [.. plain, 0]));
        Assert.False(key.PublicKey.VerifyPkcs1Sha256("Dora lends a saw."u8, plain));
    }

    private static string Pem(BigInteger modulus, BigInteger exponent)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(modulus);
            writer.WriteInteger(exponent);
        }

        return PemEncoding.WriteString("RSA PUBLIC KEY", writer.Encode());
    }

    private static RsaKeyProblem Problem(string? pem)
    {
        _ = RsaPublicKey.TryFromPem(pem, out _, out var problem);
        return problem;
    }
}
