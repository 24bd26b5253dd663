using PostMoney.ActivityStreams.Cryptography;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.Cryptography;

public sealed class SealingABox
{
    private static readonly byte[] _secret = "The key is under the third stone."u8.ToArray();

    [Fact]
    public void Lets_its_recipient_alone_open_it()
    {
        using var asha = Passports.Asha();
        using var bilal = Passports.Bilal();
        using var ashaOpens = asha.ToAgreementKey();
        using var bilalOpens = bilal.ToAgreementKey();

        var box = SealedBox.Seal(_secret, asha.PublicKey.ToAgreementKey());

        Assert.True(SealedBox.TryOpen(box, ashaOpens, out var opened));
        Assert.Equal(_secret, opened);
        Assert.False(SealedBox.TryOpen(box, bilalOpens, out var nothing));
        Assert.Null(nothing);
    }

    // Sealed with another implementation (tweetnacl-sealedbox-js) to the passport of the seed 00 01 02 … 1f.
    [Fact]
    public void Is_understood_between_implementations()
    {
        var box = Convert.FromHexString(
            "77a7196c3764e8de88896f6dffca6d7826dc1582c9d904af8c60617df1545545c3a121a6985628f0a0e4ccea0d7ad3439682f351b7c885b2"
            + "e9143441ec2694937f727ea6f956d4a74dfd1307c2046b60f5");
        using var key = Ed25519SecretKey.FromSeed([.. Enumerable.Range(0, 32).Select(value => (byte)value)]);
        using var opens = key.ToAgreementKey();

        Assert.True(SealedBox.TryOpen(box, opens, out var opened));
        Assert.Equal(_secret, opened);
    }

    [Fact]
    public void Twice_gives_two_boxes_that_nobody_can_tell_to_hold_the_same()
    {
        using var asha = Passports.Asha();
        var to = asha.PublicKey.ToAgreementKey();

        var first = SealedBox.Seal(_secret, to);
        var second = SealedBox.Seal(_secret, to);

        Assert.Equal(_secret.Length + SealedBox.Overhead, first.Length);
        Assert.NotEqual(first[..32], second[..32]);
        Assert.NotEqual(first[32..], second[32..]);
    }

    [Fact]
    public void Shows_every_changed_byte_and_every_cut()
    {
        using var asha = Passports.Asha();
        using var opens = asha.ToAgreementKey();
        var box = SealedBox.Seal(_secret, asha.PublicKey.ToAgreementKey());

        for (var i = 0; i < box.Length; i++)
        {
            box[i] ^= 1;
            Assert.False(SealedBox.TryOpen(box, opens, out _), $"byte {i}");
            box[i] ^= 1;
            Assert.False(SealedBox.TryOpen(box.AsSpan(0, i), opens, out _), $"{i} bytes");
        }
    }

    [Fact]
    public void May_hold_nothing_at_all()
    {
        using var asha = Passports.Asha();
        using var opens = asha.ToAgreementKey();

        Assert.True(SealedBox.TryOpen(SealedBox.Seal([], opens.PublicKey), opens, out var opened));
        Assert.Empty(opened);
    }

    [Fact]
    public void Is_not_opened_by_a_wiped_key()
    {
        using var asha = Passports.Asha();
        var opens = asha.ToAgreementKey();
        var box = SealedBox.Seal(_secret, opens.PublicKey);
        opens.Dispose();

        Assert.Throws<ObjectDisposedException>(() => SealedBox.TryOpen(box, opens, out _));
    }
}
