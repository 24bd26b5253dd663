using PostMoney.Core.Allocation;
using PostMoney.Core.Allocation.Explanations;
using PostMoney.Fairness.Transcripts;
using Xunit;
using static PostMoney.Core.Tests.Allocation.Town;

namespace PostMoney.Core.Tests.Allocation;

/// <summary>The small parts of a round, against values that were computed elsewhere.</summary>
public sealed class BuildingBlocks
{
    private static readonly byte[] _secret = [.. Enumerable.Repeat((byte)0x6a, 32)];

    [Fact]
    public void A_commitment_is_the_hash_of_its_secret()
    {
        var commitment = SeedCommitment.To(_secret);

        Assert.Equal("bcac753c5e7d38f806586f7830f45a9d2f0c819dcc879b0904e7bb0b4c78d039", commitment.Hex);
        Assert.Equal(commitment, SeedCommitment.FromBytes(commitment.ToBytes()).Value);
        Assert.True(commitment.IsTo(_secret));
    }

    [Fact]
    public void A_commitment_is_to_no_other_secret()
    {
        var commitment = SeedCommitment.To(_secret);

        Assert.False(commitment.IsTo(new byte[32]));
        Assert.False(commitment.IsTo(_secret.AsSpan(0, 31)));
        Assert.False(commitment.IsTo([]));
        Assert.Equal(RoundRefusals.NotACommitment, SeedCommitment.FromBytes(new byte[31]).Refusal);
        Assert.Throws<ArgumentException>(() => SeedCommitment.To(new byte[33]));
    }

    [Fact]
    public void A_seed_binds_the_list_and_the_secret()
    {
        var seed = SeedCommitment.SeedOf(SeedCommitment.To(_secret).ToBytes(), _secret);

        Assert.Equal("97628491a26bc31b8bc03f50c7250552cc808621be85b4d2eca4448d16e1a727", Convert.ToHexStringLower(seed));
    }

    [Fact]
    public void A_pseudonym_is_the_same_within_a_round_and_another_in_the_next()
    {
        var key = Enumerable.Repeat((byte)7, 32).ToArray();

        Assert.Equal("ae02ac0bb280e5bc4a667ab86b1dd04d", RoundPseudonym.Of(key, "0196f0a0-0000-7000-8000-000000000001", "did:key:zAsha"));
        Assert.NotEqual(
            RoundPseudonym.Of(key, "0196f0a0-0000-7000-8000-000000000001", "did:key:zAsha"),
            RoundPseudonym.Of(key, "0196f0a0-0000-7000-8000-000000000002", "did:key:zAsha"));
    }

    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7")]
    [InlineData(2, "a20bf9a7cc2dc8a08f5f415a71b19f6ac427bab54d24eec868b5d3103449953a")]
    [InlineData(3, "3b6cccd7e3e023ff393006f030315ee7ad9eb111b022b41fba7e5b7a3973f688")]
    [InlineData(5, "b855b42d6c30f5b087e05266783fbd6e394f7b926013ccaa67700a8b0c5a596f")]
    [InlineData(7, "3560191803028444b232018ac047fdb561c09c23a7a6876c85e08b5e4d48e9f3")]
    [InlineData(8, "ef7f49b620f6c7ea9b963a214da34b5021c6ded8ed57734380a311ab726aa907")]
    public void A_root_is_the_tree_hash_of_its_lines(int lines, string root)
    {
        Assert.Equal(root, Convert.ToHexStringLower(TreeHash.Of([.. Enumerable.Range(0, lines).Select(line => new[] { (byte)line })])));
    }

    [Theory]
    [InlineData("2027-03-03T10:00:00Z", 30, "2027-03-03T00:00:00Z", "2027-04-02T00:00:00Z")]
    [InlineData("2027-03-03T23:59:59Z", 1, "2027-03-03T00:00:00Z", "2027-03-04T00:00:00Z")]
    [InlineData("1970-01-01T00:00:00Z", 7, "1970-01-01T00:00:00Z", "1970-01-08T00:00:00Z")]
    [InlineData("1969-12-31T23:00:00Z", 7, "1969-12-25T00:00:00Z", "1970-01-01T00:00:00Z")]
    public void A_charging_period_lies_on_a_fixed_grid(string from, int days, string start, string end)
    {
        Assert.Equal(Between(start, end), ChargingPeriod.Around(At(from), days));
    }

    [Fact]
    public void A_quota_at_once_has_no_period()
    {
        Assert.Null(ChargingPeriod.Around(At("2027-03-03T10:00:00Z"), 0));
    }

    [Theory]
    [InlineData(1, OddsBand.Next)]
    [InlineData(2, OddsBand.WithinFive)]
    [InlineData(5, OddsBand.WithinFive)]
    [InlineData(6, OddsBand.WithinTen)]
    [InlineData(11, OddsBand.WithinTwenty)]
    [InlineData(50, OddsBand.WithinFifty)]
    [InlineData(51, OddsBand.BeyondFifty)]
    public void A_place_is_told_as_a_band(int place, OddsBand band)
    {
        Assert.Equal(band, OddsBands.Of(place));
    }

    [Theory]
    [InlineData("2027-03-03T10:00:00Z", true)]
    [InlineData("2027-03-03T10:00:00.500Z", true)]
    [InlineData("2027-03-03T10:00:00.000Z", false)]
    [InlineData("2027-03-03T10:00:00+00:00", false)]
    [InlineData("2027-03-03T10:00:00.5Z", false)]
    [InlineData("2027-02-30T10:00:00Z", false)]
    [InlineData("2027-3-3T10:00:00Z", false)]
    [InlineData("", false)]
    public void A_moment_has_one_spelling(string text, bool isRead)
    {
        Assert.Equal(isRead, RoundText.TryRead(text, out var moment));
        Assert.True(!isRead || RoundText.Of(moment) == text);
    }

    [Fact]
    public void A_moment_in_another_zone_is_the_same_moment()
    {
        Assert.Equal("2027-03-03T10:00:00Z", RoundText.Of(new DateTimeOffset(2027, 3, 3, 12, 0, 0, TimeSpan.FromHours(2))));
    }
}
