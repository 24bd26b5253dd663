using PostMoney.Core.Federation.Peers;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Federation;

/// <summary>Who owns a domain can make as many servers as they like, and has a few of them asked: case F-01 of the threat catalogue.</summary>
public sealed class MeetingNewServers
{
    private readonly StoppedClock _clock = new();

    [Fact]
    public void Ends_for_an_hour_after_ten_of_one_domain()
    {
        var limits = new FetchLimits(_clock);
        for (var i = 0; i < FetchLimits.MostNewOfDomain; i++)
        {
            Assert.True(limits.MayMeet($"h{i}.deep.e.test"));
        }

        Assert.False(limits.MayMeet("one-more.e.test"));
        Assert.False(limits.MayMeet("e.test:8443"));
        Assert.True(limits.MayMeet("h3.deep.e.test:8443"));
        Assert.True(limits.MayMeet("p.test"));

        _clock.Pass(TimeSpan.FromHours(1));
        Assert.True(limits.MayMeet("one-more.e.test"));
    }
}
