using System.Numerics;
using PostMoney.ActivityStreams.Cryptography;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.Cryptography;

public sealed class SigningWithEd25519
{
    // RFC 8032 §7.1: seed, public key, message, signature. The message of the last is SHA-512 of "abc".
    public static TheoryData<string, string, string, string> PublishedSignatures { get; } = new()
    {
        {
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
        },
        {
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        },
        {
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
            "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
        },
        {
            "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
            "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
            "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704"
        },
    };

    [Theory]
    [MemberData(nameof(PublishedSignatures))]
    public void Gives_the_published_keys_and_signatures(string seed, string publicKey, string message, string signature)
    {
        using var key = Ed25519SecretKey.FromSeed(Convert.FromHexString(seed));

        Assert.Equal(publicKey, Convert.ToHexStringLower(key.PublicKey.Bytes));
        Assert.Equal(signature, Convert.ToHexStringLower(key.Sign(Convert.FromHexString(message))));
        Assert.True(key.PublicKey.Verify(Convert.FromHexString(message), Convert.FromHexString(signature)));
    }

    [Fact]
    public void A_signature_is_refused_after_any_one_bit_of_it_changed()
    {
        using var asha = Passports.Asha();
        var signature = asha.Sign("the ladder is free"u8);

        for (var bit = 0; bit < signature.Length * 8; bit++)
        {
            signature[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(asha.PublicKey.Verify("the ladder is free"u8, signature), $"bit {bit}");
            signature[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public void A_signature_of_Asha_does_not_speak_for_Bilal()
    {
        using var asha = Passports.Asha();
        using var bilal = Passports.Bilal();
        var signature = asha.Sign("the ladder is free"u8);

        Assert.True(asha.PublicKey.Verify("the ladder is free"u8, signature));
        Assert.False(bilal.PublicKey.Verify("the ladder is free"u8, signature));
        Assert.False(asha.PublicKey.Verify("the ladder is mine"u8, signature));
    }

    [Fact]
    public void A_signature_is_refused_when_its_S_is_not_below_the_group_order()
    {
        using var asha = Passports.Asha();
        var signature = asha.Sign("the ladder is free"u8);
        var order = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493");
        var s = new BigInteger(signature.AsSpan(32), isUnsigned: true) + order;

        Assert.True(s.TryWriteBytes(signature.AsSpan(32), out _, isUnsigned: true));
        Assert.False(asha.PublicKey.Verify("the ladder is free"u8, signature));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(65)]
    public void A_signature_of_another_length_is_refused(int length)
    {
        using var asha = Passports.Asha();
        var signature = asha.Sign([]);
        Array.Resize(ref signature, length);

        Assert.False(asha.PublicKey.Verify([], signature));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void A_seed_of_another_length_makes_no_key(int length) =>
        Assert.Throws<ArgumentException>(() => Ed25519SecretKey.FromSeed(new byte[length]));

    [Fact]
    public void A_wiped_key_signs_no_more()
    {
        var key = Passports.Asha();
        key.Dispose();

        Assert.Throws<ObjectDisposedException>(() => key.Sign([]));
        Assert.Throws<ObjectDisposedException>(key.ToAgreementKey);
    }
}
