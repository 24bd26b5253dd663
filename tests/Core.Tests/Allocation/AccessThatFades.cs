using PostMoney.Core.Allocation.Policies;
using Xunit;
using static PostMoney.Core.Tests.Allocation.Town;

namespace PostMoney.Core.Tests.Allocation;

public sealed class AccessThatFades
{
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
}
