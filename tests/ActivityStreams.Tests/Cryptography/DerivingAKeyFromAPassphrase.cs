using System.Text;
using PostMoney.ActivityStreams.Cryptography;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.Cryptography;

public sealed class DerivingAKeyFromAPassphrase
{
    private static readonly byte[] _salt = Encoding.ASCII.GetBytes("16-byte-salt-abc");

    // Computed with the reference implementation (phc-winner-argon2, 20171227): version 1.3, one lane, 32 bytes.
    // The vector of RFC 9106 §5.3 has four lanes and a secret, which libsodium does not offer.
    [Theory]
    [InlineData("correct horse battery staple", 2, 65_536, "a686b441de7b0f973e1bc34ae9708085c2f71aae2ef4c88c9c0ee08a86fdd911")]
    [InlineData("pässwörd", 3, 8_192, "09c86844aec788b4c93df3c2debc3837d5997a1d5b1f2161d9e271d02f95ba68")]
    public void Gives_the_key_that_the_reference_implementation_gives(string passphrase, int passes, int memory, string key) =>
        Assert.Equal(key, Convert.ToHexStringLower(Argon2id.Derive(passphrase, _salt, new Argon2idCost(passes, memory))));

    [Fact]
    public void Gives_another_key_for_another_passphrase_salt_or_cost()
    {
        var cost = new Argon2idCost(1, 8);
        var otherSalt = _salt.ToArray();
        otherSalt[15] ^= 1;

        byte[][] keys =
        [
            Argon2id.Derive("open sesame", _salt, cost),
            Argon2id.Derive("open sesamf", _salt, cost),
            Argon2id.Derive("open sesame", otherSalt, cost),
            Argon2id.Derive("open sesame", _salt, cost with { Passes = 2 }),
            Argon2id.Derive("open sesame", _salt, cost with { MemoryKibibytes = 16 }),
            Argon2id.Derive("", _salt, cost),
        ];

        Assert.Equal(keys.Length, keys.Select(Convert.ToHexString).Distinct().Count());
        Assert.Equal(keys[0], Argon2id.Derive("open sesame", _salt, cost));
    }

    [Fact]
    public void Costs_two_passes_over_64_MiB_where_somebody_waits() =>
        Assert.Equal(new Argon2idCost(2, 65_536), Argon2idCost.Interactive);

    [Theory]
    [InlineData(0, 65_536)]
    [InlineData(33, 65_536)]
    [InlineData(-1, 65_536)]
    [InlineData(2, 7)]
    [InlineData(2, 1_048_577)]
    [InlineData(2, int.MinValue)]
    public void Is_refused_at_a_cost_that_is_none_or_would_stop_the_machine(int passes, int memory)
    {
        var cost = new Argon2idCost(passes, memory);

        Assert.False(cost.IsValid);
        Assert.Throws<ArgumentOutOfRangeException>(() => Argon2id.Derive("open sesame", _salt, cost));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(17)]
    public void Needs_a_salt_of_16_bytes(int size) =>
        Assert.Throws<ArgumentException>(() => Argon2id.Derive("open sesame", new byte[size], Argon2idCost.Interactive));
}
