using System.Text;
using PostMoney.ActivityStreams.Cryptography;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.Cryptography;

public sealed class EncryptingUnderASharedKey
{
    // draft-irtf-cfrg-xchacha-03, A.3.1.
    private const string PublishedText =
        "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.";

    private const string PublishedCiphertext =
        "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216"
        + "cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff921f9664c97637da9768812f615c68b13"
        + "b52ec0875924c1c7987947deafd8780acf49";

    private static readonly byte[] _key = [.. Enumerable.Range(0x80, 32).Select(value => (byte)value)];

    private static readonly byte[] _nonce = [.. Enumerable.Range(0x40, 24).Select(value => (byte)value)];

    private static readonly byte[] _associatedData = Convert.FromHexString("50515253c0c1c2c3c4c5c6c7");

    [Fact]
    public void Gives_the_published_ciphertext_and_back()
    {
        var ciphertext = XChaCha20Poly1305.Encrypt(_key, _nonce, _associatedData, Encoding.ASCII.GetBytes(PublishedText));

        Assert.Equal(PublishedCiphertext, Convert.ToHexStringLower(ciphertext));
        Assert.True(XChaCha20Poly1305.TryDecrypt(_key, _nonce, _associatedData, ciphertext, out var plaintext));
        Assert.Equal(PublishedText, Encoding.ASCII.GetString(plaintext));
    }

    [Fact]
    public void Shows_a_change_of_any_byte_of_key_nonce_associated_data_and_ciphertext()
    {
        var ciphertext = Convert.FromHexString(PublishedCiphertext);
        foreach (var part in new[] { _key.ToArray(), _nonce.ToArray(), _associatedData.ToArray(), ciphertext })
        {
            for (var i = 0; i < part.Length; i++)
            {
                part[i] ^= 0x80;
                Assert.False(XChaCha20Poly1305.TryDecrypt(
                    part.Length == _key.Length ? part : _key,
                    part.Length == _nonce.Length ? part : _nonce,
                    part.Length == _associatedData.Length ? part : _associatedData,
                    ciphertext,
                    out var nothing));
                Assert.Null(nothing);
                part[i] ^= 0x80;
            }
        }
    }

    [Fact]
    public void Shows_every_cut_and_every_addition()
    {
        var ciphertext = Convert.FromHexString(PublishedCiphertext);

        for (var length = 0; length < ciphertext.Length; length++)
        {
            Assert.False(XChaCha20Poly1305.TryDecrypt(_key, _nonce, _associatedData, ciphertext.AsSpan(0, length), out _));
        }

        Assert.False(XChaCha20Poly1305.TryDecrypt(_key, _nonce, _associatedData, [.. ciphertext, 0], out _));
    }

    [Fact]
    public void Works_with_nothing_to_encrypt_and_nothing_beside_it()
    {
        var tag = XChaCha20Poly1305.Encrypt(_key, _nonce, [], []);

        Assert.Equal(XChaCha20Poly1305.TagSize, tag.Length);
        Assert.True(XChaCha20Poly1305.TryDecrypt(_key, _nonce, [], tag, out var plaintext));
        Assert.Empty(plaintext);
        Assert.False(XChaCha20Poly1305.TryDecrypt(_key, _nonce, _associatedData, tag, out _));
    }

    [Theory]
    [InlineData(31, 24)]
    [InlineData(33, 24)]
    [InlineData(32, 12)]
    [InlineData(32, 25)]
    public void Needs_a_key_and_a_nonce_of_the_right_size(int keySize, int nonceSize)
    {
        Assert.Throws<ArgumentException>(() => XChaCha20Poly1305.Encrypt(new byte[keySize], new byte[nonceSize], [], []));
        Assert.Throws<ArgumentException>(
            () => XChaCha20Poly1305.TryDecrypt(new byte[keySize], new byte[nonceSize], [], new byte[16], out _));
    }
}
