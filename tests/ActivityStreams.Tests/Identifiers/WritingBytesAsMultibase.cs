using FsCheck;
using FsCheck.Fluent;
using PostMoney.ActivityStreams.Identifiers;
using Xunit;
using TestData = PostMoney.Fixtures.TestData;

namespace PostMoney.ActivityStreams.Tests.Identifiers;

public sealed class WritingBytesAsMultibase
{
    [Theory]
    [InlineData("basic.csv", "yes mani !")]
    [InlineData("leading_zero.csv", "\0yes mani !")]
    [InlineData("two_leading_zeros.csv", "\0\0yes mani !")]
    public void Agrees_with_the_official_vectors(string file, string text)
    {
        var bytes = System.Text.Encoding.ASCII.GetBytes(text);
        var vectors = File.ReadLines(Path.Combine(TestData.Find("multibase"), "tests", file))
            .Select(line => line.Split(", "))
            .ToDictionary(parts => parts[0], parts => parts[1].Trim('"'));

        Assert.Equal(vectors["base58btc"], Multibase.EncodeBase58(bytes));
        Assert.Equal(vectors["base64url"], Multibase.EncodeBase64Url(bytes));
        foreach (var (alphabet, vector) in vectors.Skip(1))
        {
            var isOurs = alphabet is "base58btc" or "base64url";
            Assert.Equal(isOurs, Multibase.TryDecode(vector, out var decoded));
            Assert.Equal(isOurs ? bytes : null, decoded);
            Assert.Equal(alphabet == "base58btc", Multibase.TryDecodeBase58(vector, out _));
        }
    }

    // draft-msporny-base58-03 §5.
    [Theory]
    [InlineData("48656c6c6f20576f726c6421", "z2NEpo7TZRRrLZSi2U")]
    [InlineData("54686520717569636b2062726f776e20666f78206a756d7073206f76657220746865206c617a7920646f672e",
        "zUSm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z")]
    [InlineData("0000287fb4cd", "z11233QC4")]
    [InlineData("", "z")]
    [InlineData("00", "z1")]
    [InlineData("000000000000000000", "z111111111")]
    public void Agrees_with_the_published_base58(string hex, string text)
    {
        Assert.Equal(text, Multibase.EncodeBase58(Convert.FromHexString(hex)));
        Assert.True(Multibase.TryDecode(text, out var bytes));
        Assert.Equal(hex, Convert.ToHexStringLower(bytes));
    }

    [Fact]
    public void Comes_back_as_the_same_bytes_in_both_alphabets() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
            Multibase.TryDecode(Multibase.EncodeBase58(bytes), out var fromBase58) && fromBase58.SequenceEqual(bytes)
            && Multibase.TryDecode(Multibase.EncodeBase64Url(bytes), out var fromBase64) && fromBase64.SequenceEqual(bytes))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Reads_no_text_but_the_one_that_it_would_write() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
            (!Multibase.TryDecode("z" + text, out var fromBase58) || Multibase.EncodeBase58(fromBase58) == "z" + text)
            && (!Multibase.TryDecode("u" + text, out var fromBase64) || Multibase.EncodeBase64Url(fromBase64) == "u" + text))
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2NEpo7TZRRrLZSi2U")]
    [InlineData("Z2NEpo7TZRRrLZSi2U")]
    [InlineData("z2NEpo7TZRRrLZSi2U ")]
    [InlineData("z 2NEpo7TZRRrLZSi2U")]
    [InlineData("z0")]
    [InlineData("zO")]
    [InlineData("zI")]
    [InlineData("zl")]
    [InlineData("z\u0661")]
    [InlineData("uAA==")]
    [InlineData("uAB")]
    [InlineData("uA")]
    [InlineData("uA A")]
    [InlineData("uAA\n")]
    [InlineData("u+/+/")]
    [InlineData("mAAAA")]
    public void A_text_that_is_not_strict_is_refused(string? text)
    {
        Assert.False(Multibase.TryDecode(text, out var bytes));
        Assert.Null(bytes);
    }

    [Fact]
    public void A_text_longer_than_the_limit_is_refused_before_it_costs_anything()
    {
        Assert.True(Multibase.TryDecode("z" + new string('2', Multibase.MaximumLength - 1), out _));
        Assert.False(Multibase.TryDecode("z" + new string('2', Multibase.MaximumLength), out _));
        Assert.False(Multibase.TryDecode("u" + new string('A', Multibase.MaximumLength), out _));
        Assert.Throws<ArgumentException>(() => Multibase.EncodeBase58(new byte[701]));
        Assert.True(Multibase.TryDecode(Multibase.EncodeBase58(Enumerable.Repeat((byte)0xFF, 700).ToArray()), out _));
    }
}
