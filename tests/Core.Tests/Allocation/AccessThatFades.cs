using PostMoney.Core.Allocation.Policies;
using Xunit;
using static PostMoney.Core.Tests.Allocation.Town;

namespace PostMoney.Core.Tests.Allocation;

public sealed class AccessThatFades
{
    [Theory]
    [InlineData(1, 2147483648)]
    [InlineData(2, 3037000500)]
    [InlineData(4, 3611622603)]
    [InlineData(8, 3938502376)]
    [InlineData(12, 4053909305)]
    [InlineData(26, 4181978392)]
    [InlineData(52, 4238096321)]
    public void Has_the_published_factors(int halfLife, long factor)
    {
        Assert.Equal(factor, FadingAccess.After(1L << 32, 1, halfLife));
    }

    [Fact]
    public void Is_halved_after_each_half_life_but_for_what_is_cut_off()
    {
        for (var halfLife = 1; halfLife <= FadingAccess.MaxHalfLife; halfLife++)
        {
            Assert.InRange(FadingAccess.After(1_000_000, halfLife, halfLife), 500_000 - halfLife, 500_000);
        }
    }

    [Fact]
    public void Counts_a_use_of_this_week_or_a_promised_one_in_full_and_older_ones_less()
    {
        var at = At("2027-03-04T12:00:00Z");

        Assert.Equal(1000, FadingAccess.Of([at.AddHours(-1)], at, 4));
        Assert.Equal(1000, FadingAccess.Of([at.AddDays(20)], at, 4));
        Assert.Equal(500, FadingAccess.Of([at.AddDays(-7)], at, 1));
        Assert.Equal(1000 + 840, FadingAccess.Of([at.AddDays(-7), at], at, 4));
        Assert.Equal(0, FadingAccess.Of([], at, 4));
    }

    [Theory]
    [InlineData(new int[0], 0)]
    [InlineData(new[] { 700 }, 700)]
    [InlineData(new[] { 900, 0, 300, 2000 }, 300)]
    public void Is_the_middle_one_of_the_others_for_who_is_new(int[] others, int median)
    {
        Assert.Equal(median, FadingAccess.MedianOf(others));
    }
}
