using System.Numerics;
using PostMoney.ActivityStreams.Cryptography;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.Cryptography;

public sealed class TakingAKeyFromOutside
{
    private const string PublishedKey = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

    private static readonly BigInteger _prime = BigInteger.Pow(2, 255) - 19;

    // The eight points of small order and the six non-canonical ways to write four of them
    // (Chalkias, Garillot, Nikolaenko: Taming the many EdDSAs, 2020).
    public static TheoryData<string> KeysOfSmallOrder { get; } =
    [
        "0100000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
        "0100000000000000000000000000000000000000000000000000000000000080",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    ];

    [Fact]
    public void A_published_key_is_taken_and_equals_itself_alone()
    {
        Assert.True(TryCreate(PublishedKey, out var key));
        Assert.True(TryCreate(PublishedKey, out var again));
        using var asha = Passports.Asha();

        Assert.Equal(key, again);
        Assert.Equal(key.GetHashCode(), again.GetHashCode());
        Assert.NotEqual(key, asha.PublicKey);
        Assert.Equal(PublishedKey, Convert.ToHexStringLower(key.Bytes));
    }

    [Theory]
    [MemberData(nameof(KeysOfSmallOrder))]
    public void A_key_of_small_order_is_refused(string bytes) => Assert.False(TryCreate(bytes, out _));

    // The published key plus a point of order 2, 4 and 8; computed with another implementation (noble-curves).
    [Theory]
    [InlineData("16a567fe7d4ef5482ab4012c369bf8c5f11e8d0c2559dcda50fde59708f8aee5")]
    [InlineData("40c7570f4dd54835b9131184410ed4a0cc93e7d9ad053cbc6d07a62426999582")]
    [InlineData("3b5b475c4b82dd1572799fc546f4c6c03e478c6654aa4c7f945b347ea32af60d")]
    public void A_key_of_mixed_order_is_refused(string bytes) => Assert.False(TryCreate(bytes, out _));

    [Fact]
    public void A_key_with_an_unreduced_coordinate_is_refused()
    {
        for (var y = _prime; y < BigInteger.Pow(2, 255); y++)
        {
            var bytes = new byte[32];
            Assert.True(y.TryWriteBytes(bytes, out _, isUnsigned: true));
            Assert.False(Ed25519PublicKey.TryCreate(bytes, out _), y.ToString());

            bytes[31] |= 0x80;
            Assert.False(Ed25519PublicKey.TryCreate(bytes, out _), y.ToString());
        }
    }

    [Fact]
    public void A_point_off_the_curve_is_refused() =>
        Assert.False(TryCreate("0200000000000000000000000000000000000000000000000000000000000000", out _));

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void A_key_of_another_length_is_refused(int length)
    {
        var bytes = Convert.FromHexString(PublishedKey);
        Array.Resize(ref bytes, length);

        Assert.False(Ed25519PublicKey.TryCreate(bytes, out _));
        Assert.False(X25519PublicKey.TryCreate(bytes, out _));
    }

    // RFC 7748 §6.1, Bob's public key.
    [Fact]
    public void A_published_agreement_key_is_taken()
    {
        var bytes = Convert.FromHexString("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f");

        Assert.True(X25519PublicKey.TryCreate(bytes, out var key));
        Assert.True(X25519PublicKey.TryCreate(bytes, out var again));
        Assert.Equal(key, again);
        Assert.Equal(bytes, key.Bytes);
    }

    // The points of order 1, 2, 4 and 8 of Curve25519 and of its twist (D. J. Bernstein, "How do I validate Curve25519
    // public keys?"), coordinates from 2^255 - 19 on, and the published key with its unused bit set.
    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("0100000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800")]
    [InlineData("5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157")]
    [InlineData("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    [InlineData("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    [InlineData("eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    [InlineData("f6ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    [InlineData("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882bcf")]
    public void An_agreement_key_of_small_order_or_with_a_second_encoding_is_refused(string bytes) =>
        Assert.False(X25519PublicKey.TryCreate(Convert.FromHexString(bytes), out _));

    // Computed with another implementation (noble-curves) from the seed 00 01 02 … 1f.
    [Fact]
    public void Its_agreement_keys_are_those_that_another_implementation_finds()
    {
        using var key = Ed25519SecretKey.FromSeed([.. Enumerable.Range(0, 32).Select(value => (byte)value)]);
        using var agreement = key.ToAgreementKey();

        Assert.Equal(
            "4701d08488451f545a409fb58ae3e58581ca40ac3f7f114698cd71deac73ca01",
            Convert.ToHexStringLower(key.PublicKey.ToAgreementKey().Bytes));
        Assert.Equal(key.PublicKey.ToAgreementKey(), agreement.PublicKey);
    }

    private static bool TryCreate(
        string hex, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Ed25519PublicKey? key) =>
        Ed25519PublicKey.TryCreate(Convert.FromHexString(hex), out key);
}
