using PostMoney.Fairness.History;
using Xunit;

namespace PostMoney.Fairness.Tests.History;

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
    public void Is_multiplied_as_the_table_says(int halfLife, uint multiplier)
    {
        Assert.Equal(multiplier, AccessDecay.WithHalfLife(halfLife).Multiplier);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(12)]
    [InlineData(52)]
    [InlineData(AccessDecay.LongestHalfLife)]
    public void Is_half_after_a_half_life_but_for_what_rounding_takes(int halfLife)
    {
        Assert.InRange(AccessDecay.WithHalfLife(halfLife).After(100_000_000, halfLife), 50_000_000 - halfLife, 50_000_000);
    }

    [Fact]
    public void Is_rounded_down_after_each_period_as_one_by_one()
    {
        var decay = AccessDecay.WithHalfLife(4);
        var (once, oneByOne) = (decay.After(12_345, 10), 12_345L);
        for (var period = 0; period < 10; period++)
        {
            oneByOne = decay.After(oneByOne, 1);
        }

        Assert.Equal(oneByOne, once);
        Assert.Equal(840, decay.After(1000, 1));
    }

    [Fact]
    public void Ends_at_nothing_and_stays_as_it_is_in_no_time()
    {
        Assert.Equal(0, AccessDecay.WithHalfLife(4).After(1_000_000, int.MaxValue));
        Assert.Equal(77, AccessDecay.WithHalfLife(4).After(77, 0));
        Assert.InRange(AccessDecay.WithHalfLife(1).After(long.MaxValue, 1), long.MaxValue / 2, long.MaxValue / 2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-4)]
    [InlineData(AccessDecay.LongestHalfLife + 1)]
    public void Has_no_half_life_that_makes_no_sense(int halfLife)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => AccessDecay.WithHalfLife(halfLife));
    }

    [Fact]
    public void Is_never_less_than_nothing()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => AccessDecay.WithHalfLife(4).After(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => AccessDecay.WithHalfLife(4).After(1, -1));
    }

    [Fact]
    public void Begins_in_the_middle_for_a_newcomer()
    {
        Assert.Equal(2000, AccessDecay.OfNewcomer([9000, 0, 2000]));
        Assert.Equal(2000, AccessDecay.OfNewcomer([9000, 0, 3000, 2000]));
        Assert.Equal(0, AccessDecay.OfNewcomer([]));
    }
}
