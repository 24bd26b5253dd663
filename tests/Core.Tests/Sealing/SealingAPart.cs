using System.Security.Cryptography;
using System.Text;
using PostMoney.ActivityStreams.Cryptography;
using PostMoney.Core.Sealing;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Sealing;

public sealed class SealingAPart
{
    private static readonly PartAddress _door = new("urn:uuid:0196f0a0-0000-7000-8000-000000000001", "lockCode", 2, "k-1-2");
    private readonly PayloadCipher _cipher = new(new SeededRandomness("nonces"));

    [Theory]
    [InlineData("", 256)]
    [InlineData("4711", 256)]
    [InlineData("Ünter der Matte 🚪\n", 256)]
    public void Gives_back_what_was_sealed(string text, int padded)
    {
        using var key = Key();

        var ciphertext = _cipher.Seal(key, _door, text);

        Assert.Equal(24 + padded + 16, ciphertext.Length);
        Assert.Equal(text, PayloadCipher.TryOpen(key, _door, ciphertext));
    }

    [Theory]
    [InlineData(255, 256)]
    [InlineData(256, 1_024)]
    [InlineData(1_023, 1_024)]
    [InlineData(1_024, 4_096)]
    [InlineData(4_095, 4_096)]
    [InlineData(4_096, 16_384)]
    [InlineData(PayloadCipher.MaximumBytes, 16_384)]
    public void Tells_no_length_but_one_of_four(int length, int padded)
    {
        using var key = Key();
        var text = new string('x', length);

        var ciphertext = _cipher.Seal(key, _door, text);

        Assert.Equal(24 + padded + 16, ciphertext.Length);
        Assert.True(PayloadCipher.HasPaddedLength(ciphertext.Length));
        Assert.False(PayloadCipher.HasPaddedLength(ciphertext.Length - 1));
        Assert.Equal(text, PayloadCipher.TryOpen(key, _door, ciphertext));
    }

    [Fact]
    public void Takes_no_text_that_is_too_long() =>
        Assert.Throws<ArgumentException>(() => _cipher.Seal(Key(), _door, new string('x', PayloadCipher.MaximumBytes + 1)));

    [Fact]
    public void Opens_nowhere_else_and_with_no_other_key()
    {
        using var key = Key();
        using var other = DataKey.Create(new SeededRandomness("another"));
        var ciphertext = _cipher.Seal(key, _door, "4711");

        Assert.Null(PayloadCipher.TryOpen(key, _door with { ItemUrn = "urn:uuid:0196f0a0-0000-7000-8000-000000000002" }, ciphertext));
        Assert.Null(PayloadCipher.TryOpen(key, _door with { Part = "address" }, ciphertext));
        Assert.Null(PayloadCipher.TryOpen(key, _door with { Version = 3 }, ciphertext));
        Assert.Null(PayloadCipher.TryOpen(key, _door with { KeyId = "k-1-3" }, ciphertext));
        Assert.Null(PayloadCipher.TryOpen(other, _door, ciphertext));
        Assert.Null(PayloadCipher.TryOpen(key, _door, ciphertext.AsSpan(1)));
        Assert.Null(PayloadCipher.TryOpen(key, _door, []));
    }

    [Fact]
    public void Is_what_browsers_do()
    {
        using var key = Key();
        var padded = new byte[256];
        Encoding.UTF8.GetBytes("4711", padded);
        padded[4] = 0x80;
        var nonce = new byte[24];
        var aad = Encoding.UTF8.GetBytes("postmoney/payload/v1\nurn:uuid:0196f0a0-0000-7000-8000-000000000001\nlockCode\n2\nk-1-2");

        byte[] ciphertext = [.. nonce, .. XChaCha20Poly1305.Encrypt(key.Bytes, nonce, aad, padded)];

        Assert.Equal("4711", PayloadCipher.TryOpen(key, _door, ciphertext));
        Assert.Equal(SHA256.HashData([.. "postmoney/key-commitment/v1"u8, .. key.Bytes]), key.Commitment());
    }

    [Fact]
    public void Never_gives_a_text_whose_padding_is_not_one()
    {
        using var key = Key();
        var nonce = new byte[24];

        byte[] Forged(byte[] padded) => [.. nonce, .. XChaCha20Poly1305.Encrypt(key.Bytes, nonce, _door.AssociatedData(), padded)];

        Assert.Null(PayloadCipher.TryOpen(key, _door, Forged(new byte[256])));
        Assert.Null(PayloadCipher.TryOpen(key, _door, Forged([.. "4711"u8])));
    }

    [Fact]
    public void Hands_the_key_to_who_it_is_sealed_to_alone()
    {
        using var key = Key();
        using var amina = UnlockedPassport.FromSeed(SHA256.HashData("amina"u8));
        using var chen = UnlockedPassport.FromSeed(SHA256.HashData("chen"u8));

        var box = key.SealTo(amina.Did);

        using var opened = amina.TryOpen(box);
        Assert.Equal(key.Bytes.ToArray(), opened!.Bytes.ToArray());
        Assert.Null(chen.TryOpen(box));
        Assert.Null(amina.TryOpen(SealedBox.Seal("not a key"u8, amina.Did.AgreementKey)));
    }

    private static DataKey Key() => DataKey.Create(new SeededRandomness("a key"));
}
