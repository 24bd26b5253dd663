using PostMoney.Core.Foundation;
using Xunit;

namespace PostMoney.Core.Tests.Metrics;

public sealed class CountingForStrangers
{
    [Theory]
    [InlineData(0, "<5")]
    [InlineData(1, "<5")]
    [InlineData(4, "<5")]
    [InlineData(5, "5")]
    [InlineData(6, "6")]
    [InlineData(1234, "1234")]
    public void Tells_no_number_below_five(int exact, string told) => Assert.Equal(told, PublicCount.Of(exact).ToString());

    [Theory]
    [InlineData(4, "<5")]
    [InlineData(5, "5")]
    [InlineData(9, "5")]
    [InlineData(10, "10")]
    [InlineData(14, "10")]
    public void Goes_in_fives_while_it_runs(int exact, string told) => Assert.Equal(told, PublicCount.InFives(exact).ToString());

    [Fact]
    public void Forgets_the_number_that_it_does_not_tell()
    {
        Assert.Null(PublicCount.Of(4).Number);
        Assert.Equal(PublicCount.Of(0), PublicCount.Of(4));
        Assert.Equal(PublicCount.InFives(5), PublicCount.InFives(9));
    }
}
