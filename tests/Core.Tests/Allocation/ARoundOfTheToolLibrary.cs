using PostMoney.Core.Allocation;
using PostMoney.Core.Allocation.Explanations;
using PostMoney.Core.Allocation.Policies;
using PostMoney.Core.Foundation;
using Xunit;
using static PostMoney.Core.Tests.Allocation.Town;

namespace PostMoney.Core.Tests.Allocation;

/// <summary>Two drills, four people: Asha and Bilal used none, Chidi six days, Dora returned hers last week.</summary>
public sealed class ARoundOfTheToolLibrary
{
    private static readonly Window _month = Between("2027-03-02T18:00:00Z", "2027-04-01T00:00:00Z");
    private static readonly Window _week = Between("2027-03-03T10:00:00Z", "2027-03-10T10:00:00Z");
    private static readonly RoundResult _drawn = Draw(Freeze(
        LeastUsedFirst((SharedParameters.CooldownHours, 7 * 24), (SharedParameters.QuotaForeign, 1)),
        [
            new RoundOffer("dr-07", _month, [[_month]]),
            new RoundOffer("dr-08", _month, [[Between("2027-03-02T18:00:00Z", "2027-03-12T10:00:00Z"), Between("2027-03-19T10:00:00Z", "2027-04-01T00:00:00Z")]]),
        ],
        [
            Need("asha", _week, "dr-07", "dr-08"),
            Need("bilal", _week, "dr-07", "dr-08"),
            Need("chidi", _week, "dr-07", "dr-08"),
            Need("dora", _week, "dr-07", "dr-08") with { LastUseEnd = At("2027-02-26T10:00:00Z") },
        ],
        [
            new RoundPerson("bilal", Elsewhere),
            new RoundPerson("chidi", Home, RecentMinutes: 6 * 24 * 60),
        ]));

    [Fact]
    public void Gives_the_drills_to_the_two_who_used_none()
    {
        Assert.Equal(["need-of-asha", "need-of-bilal"], _drawn.Allotted.Select(line => line.Need));
        Assert.Equal(["dr-07", "dr-08"], _drawn.Allotted.Select(line => line.Offer).Order());
    }

    [Fact]
    public void Puts_who_used_it_before_first_in_line()
    {
        var waiting = Assert.Single(_drawn.Waiting);

        Assert.Equal(new RoundLine.Waiting("need-of-chidi", 1, Reason.Outranked), waiting);
    }

    [Fact]
    public void Skips_who_is_cooling_down_and_says_until_when()
    {
        var explanation = _drawn.Explain("need-of-dora");

        Assert.Equal(new RoundLine.Refused("need-of-dora", Reason.Cooldown), Assert.Single(_drawn.Refused));
        Assert.Equal(At("2027-03-05T10:00:00Z"), explanation.DifferentFrom);
        Assert.Equal(
            "This time is too close to another use of yours; the community asks for a pause in between. "
                + "You can be considered for times from 5 March 2027, 10:00 UTC on.",
            ExplanationWords.Of(explanation));
    }

    [Fact]
    public void Tells_who_waits_why_and_when_a_drill_is_free_again()
    {
        Assert.Equal(
            "It went to people who had used it less, or as little with a better ticket; you used it for 6 days in the last 90 days. "
                + "You are next in line, and something that fits is free for as long from 10 March 2027, 10:00 UTC on.",
            ExplanationWords.Of(_drawn.Explain("need-of-chidi")));
    }
}
