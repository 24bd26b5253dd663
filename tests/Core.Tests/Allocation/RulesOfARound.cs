using PostMoney.Core.Allocation;
using PostMoney.Core.Allocation.Explanations;
using PostMoney.Core.Allocation.Policies;
using PostMoney.Core.Foundation;
using Xunit;
using static PostMoney.Core.Tests.Allocation.Town;

namespace PostMoney.Core.Tests.Allocation;

/// <summary>Each rule where it cuts, and where it does not.</summary>
public sealed class RulesOfARound
{
    private static readonly Window _day = Between("2027-03-06T08:00:00Z", "2027-03-06T20:00:00Z");
    private static readonly Window _morning = Between("2027-03-06T09:00:00Z", "2027-03-06T12:00:00Z");
    private static readonly Window _afternoon = Between("2027-03-06T12:00:00Z", "2027-03-06T15:00:00Z");
    private static readonly RoundOffer _chairs = Offer("chairs", 9, _day);

    [Fact]
    public void A_unit_that_is_free_at_noon_serves_two_who_meet_at_noon()
    {
        var result = Draw(Freeze(Lottery(), [Offer("sander", 1, _day)], [Need("asha", _morning, "sander"), Need("bilal", _afternoon, "sander")]));

        Assert.Equal(2, result.Allotted.Count);
    }

    [Fact]
    public void A_need_for_longer_than_anything_is_free_waits_for_it()
    {
        var result = Draw(Freeze(Lottery(), [_chairs], [Need("asha", _day with { To = _day.To.AddHours(1) }, "chairs")]));

        Assert.Equal(Reason.NoUnitFree, result.ReasonOf("asha"));
        Assert.Equal(
            "Nothing that fits your need is free for the whole of the time you asked for. You are next in line.",
            Words(result, "asha"));
    }

    [Fact]
    public void The_first_offer_by_order_and_the_lowest_unit_are_used_first()
    {
        var offers = new[] { Offer("a", 1, _day) with { Order = 5 }, Offer("b", 2, _day), Offer("c", 1, _day) };

        var result = Draw(Freeze(Lottery(), offers, [Need("asha", _morning, "a", "b", "c")]));

        Assert.Equal(("b", 1), (result.Allotted[0].Offer, result.Allotted[0].Unit));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    public void A_promised_use_moves_aside_only_where_the_policy_lets_it(int moves, int served)
    {
        var result = Draw(Freeze(
            LeastUsedFirst((SharedParameters.Moves, moves)),
            [Offer("car", 1, _day), Offer("van", 1, _day)],
            [Need("asha", _morning, "car", "van"), Need("bilal", _morning with { To = _morning.To.AddMinutes(1) }, "car")],
            [new RoundPerson("bilal", Home, RecentMinutes: 10)]));

        Assert.Equal(served, result.Allotted.Count);
        Assert.Equal(Reason.Allotted, result.ReasonOf("asha"));
        Assert.Equal(moves == 1 ? "van" : "car", result.Allotted.Single(line => line.Need == "need-of-asha").Offer);
    }

    [Theory]
    [InlineData(2, Reason.PersonQuota)]
    [InlineData(1, Reason.Allotted)]
    public void A_quota_counts_what_the_person_used_before(int usesSoFar, Reason expected)
    {
        var need = Need("asha", _morning, "chairs") with { UsesSoFar = usesSoFar };

        Assert.Equal(expected, Draw(Freeze(Lottery((SharedParameters.QuotaPerPerson, 2)), [_chairs], [need])).ReasonOf("asha"));
    }

    [Fact]
    public void A_quota_says_when_it_counts_anew()
    {
        var need = Need("asha", _morning, "chairs") with { UsesSoFar = 2 };

        Assert.Equal(
            "You have 2 of the 2 uses that one person may have. The count starts again for times from 2 April 2027, 00:00 UTC on.",
            Words(Draw(Freeze(Lottery((SharedParameters.QuotaPerPerson, 2)), [_chairs], [need])), "asha"));
        Assert.Equal(
            "You have 2 of the 2 uses that one person may have. Once you have given one back, you can be considered again.",
            Words(Draw(Freeze(Lottery((SharedParameters.QuotaPerPerson, 2), (SharedParameters.QuotaPeriodDays, 0)), [_chairs], [need])), "asha"));
    }

    [Fact]
    public void A_use_in_the_next_period_counts_there()
    {
        var first = Need("asha", _morning, "chairs") with { Id = "first" };
        var later = first with { Id = "later", Window = _afternoon };
        var next = first with { Id = "next", Window = Between("2027-03-13T09:00:00Z", "2027-03-13T10:00:00Z") };
        var chairs = Offer("chairs", 1, Between("2027-03-06T00:00:00Z", "2027-03-20T00:00:00Z"));

        var result = Draw(Freeze(Lottery((SharedParameters.QuotaPerPerson, 1), (SharedParameters.QuotaPeriodDays, 7)), [chairs], [first, later, next]));

        Assert.Equal(["first", "next"], result.Allotted.Select(line => line.Need));
    }

    [Fact]
    public void A_node_is_given_no_more_than_its_share_and_others_are_not_cut_by_it()
    {
        var people = new[] { new RoundPerson("asha", Elsewhere), new RoundPerson("bilal", Elsewhere), new RoundPerson("chidi", "hilltop") };
        var needs = people.Select(person => Need(person.Id, _morning, "chairs"));

        var result = Draw(Freeze(Lottery((SharedParameters.QuotaPerNode, 2)), [_chairs], needs, people, [new RoundNode(Elsewhere, UsesSoFar: 1)]));

        Assert.Equal(Reason.NodeQuota, Assert.Single(result.Refused).Reason);
        Assert.Equal(Reason.Allotted, result.ReasonOf("chidi"));
        Assert.Equal("The share of people from your server is used in this round. Your need stays for the next one.", ExplanationWords.Of(result.Explain(result.Refused[0].Need)));
    }

    [Fact]
    public void All_other_nodes_together_are_given_no_more_than_their_share_and_neighbours_are_not_cut_by_it()
    {
        var people = new[] { new RoundPerson("asha", Elsewhere), new RoundPerson("bilal", "hilltop"), new RoundPerson("chidi", Home) };
        var needs = people.Select(person => Need(person.Id, _morning, "chairs"));

        var result = Draw(Freeze(Lottery((SharedParameters.QuotaForeign, 1)), [_chairs], needs, people));

        Assert.Equal(Reason.ForeignQuota, Assert.Single(result.Refused).Reason);
        Assert.Equal(Reason.Allotted, result.ReasonOf("chidi"));
    }

    [Theory]
    [InlineData("2027-03-06T08:00:00Z", null, Reason.Allotted)]
    [InlineData("2027-03-06T08:00:01Z", null, Reason.Cooldown)]
    [InlineData(null, "2027-03-06T13:00:00Z", Reason.Allotted)]
    [InlineData(null, "2027-03-06T12:59:59Z", Reason.Cooldown)]
    public void A_pause_of_an_hour_is_kept_on_both_sides(string? lastUseEnd, string? nextUseFrom, Reason expected)
    {
        var need = Need("asha", _morning, "chairs") with
        {
            LastUseEnd = lastUseEnd is null ? null : At(lastUseEnd),
            NextUseFrom = nextUseFrom is null ? null : At(nextUseFrom),
        };

        Assert.Equal(expected, Draw(Freeze(Lottery((SharedParameters.CooldownHours, 1)), [_chairs], [need])).ReasonOf("asha"));
    }

    [Fact]
    public void Who_fits_no_offer_hears_nothing_of_the_offers()
    {
        var result = Draw(Freeze(Lottery(), [_chairs], [Need("asha", _morning)]));

        Assert.Equal("No offer in this round fits your need as it is written. You can change it or wait for other offers.", Words(result, "asha"));
    }

    [Fact]
    public void Pressing_needs_come_first_and_waiting_lifts_the_others()
    {
        var needs = new[]
        {
            Need("asha", _morning, "bed") with { Priority = 1 },
            Need("bilal", _morning, "bed") with { Priority = 3, RoundsWaited = 12 },
            Need("chidi", _morning, "bed") with { Priority = 2, RoundsWaited = 3 },
        };

        var result = Draw(Freeze(NeedsFirst(), [Offer("bed", 1, _day)], needs));

        Assert.Equal([("bilal", 0), ("bilal", 0), ("asha", 1), ("chidi", 2)], result.Steps.Select(step => (step.Person, step.Stage)));
    }

    [Fact]
    public void Urgent_needs_come_first_among_the_least_used_where_the_policy_says_so()
    {
        var needs = new[] { Need("asha", _morning, "drill"), Need("bilal", _morning, "drill") with { IsUrgent = true } };
        var people = new[] { new RoundPerson("bilal", Home, RecentMinutes: 500) };

        Assert.Equal(Reason.Allotted, Draw(Freeze(LeastUsedFirst(("urgentFirst", 1)), [Offer("drill", 1, _day)], needs, people)).ReasonOf("bilal"));
        Assert.Equal(Reason.Outranked, Draw(Freeze(LeastUsedFirst(), [Offer("drill", 1, _day)], needs, people)).ReasonOf("bilal"));
    }

    [Fact]
    public void What_is_given_in_a_round_counts_as_use_at_once()
    {
        var needs = new[] { _morning, _afternoon }.Select((window, index) => Need("asha", window, "drill") with { Id = $"asha-{index}", SubmittedOrder = index })
            .Append(Need("bilal", _afternoon, "drill"));

        var result = Draw(Freeze(LeastUsedFirst(), [Offer("drill", 1, _day)], needs, [new RoundPerson("bilal", Home, RecentMinutes: 100)]));

        Assert.Equal(["asha-0", "need-of-bilal"], result.Allotted.Select(line => line.Need));
    }

    private static string Words(RoundResult result, string person) => ExplanationWords.Of(result.Explain($"need-of-{person}"));
}
