using PostMoney.Core.Federation.Peers;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Federation;

public sealed class LimitingAPeer
{
    private readonly StoppedClock _clock = new();
    private readonly PeerLimits _limits;

    public LimitingAPeer() => _limits = new PeerLimits(_clock);

    [Fact]
    public void Takes_a_hundred_at_once_and_twenty_a_second_after_that()
    {
        Assert.Equal(PeerLimits.AtOnce, TakenOf("p.test", 500));

        _clock.Pass(TimeSpan.FromSeconds(2));

        Assert.Equal(2 * PeerLimits.EachSecond, TakenOf("p.test", 500));
    }

    [Fact]
    public void Gives_back_no_more_than_a_hundred_however_long_it_was_quiet()
    {
        TakenOf("p.test", 500);

        _clock.Pass(TimeSpan.FromDays(1));

        Assert.Equal(PeerLimits.AtOnce, TakenOf("p.test", 500));
    }

    [Fact]
    public void Leaves_others_their_own_share()
    {
        TakenOf("p.test", 500);

        Assert.True(_limits.IsOver("p.test"));
        Assert.False(_limits.IsOver("v.test"));
        Assert.Equal(PeerLimits.AtOnce, TakenOf("v.test", 500));
    }

    [Fact]
    public void Takes_nothing_by_asking()
    {
        for (var asked = 0; asked < 1_000; asked++)
        {
            Assert.False(_limits.IsOver("p.test"));
        }

        Assert.Equal(PeerLimits.AtOnce, TakenOf("p.test", 500));
    }

    [Fact]
    public void Counts_on_from_where_a_clock_was_set_back_to()
    {
        TakenOf("p.test", 500);

        _clock.Pass(TimeSpan.FromHours(-1));
        Assert.Equal(0, TakenOf("p.test", 1));
        _clock.Pass(TimeSpan.FromSeconds(1));

        Assert.Equal(PeerLimits.EachSecond, TakenOf("p.test", 500));
    }

    private int TakenOf(string host, int tries) => Enumerable.Range(0, tries).Count(_ => _limits.TryTake(host));
}
