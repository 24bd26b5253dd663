using PostMoney.Core.Allocation;
using PostMoney.Core.Allocation.Policies;
using PostMoney.Core.Foundation;
using Xunit;
using static PostMoney.Core.Tests.Allocation.Town;

namespace PostMoney.Core.Tests.Allocation;

public sealed class FreezingARound
{
    private static readonly Window _day = Between("2027-03-06T08:00:00Z", "2027-03-06T20:00:00Z");
    private static readonly RoundOffer _sander = Offer("sander", 1, _day);
    private static readonly RoundPerson _asha = new("asha", Home);
    private static readonly RoundNeed _need = Need("asha", _day, "sander");

    public static TheoryData<string, string> Faults => new()
    {
        { "a need of nobody", "round.unknown" },
        { "a need for what is not offered", "round.unknown" },
        { "a need twice", "round.bad-id" },
        { "a person twice", "round.bad-id" },
        { "an offer twice", "round.bad-id" },
        { "a need with a space in its name", "round.bad-id" },
        { "a person of no node", "round.bad-id" },
        { "a need that ends before it begins", "round.bad-window" },
        { "a need finer than a millisecond", "round.bad-window" },
        { "a need beyond all time", "round.bad-window" },
        { "an offer free beyond its window", "round.bad-window" },
        { "an offer without units", "round.bad-count" },
        { "a need that waited less than nothing", "round.bad-count" },
        { "a person who used less than nothing", "round.bad-count" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Is_refused_for(string fault, string code)
    {
        var frozen = fault switch
        {
            "a need of nobody" => Freeze(needs: [_need with { Person = "nobody" }]),
            "a need for what is not offered" => Freeze(needs: [_need with { Offers = ["ladder"] }]),
            "a need twice" => Freeze(needs: [_need, _need]),
            "a person twice" => Freeze(people: [_asha, _asha]),
            "an offer twice" => Freeze(offers: [_sander, _sander]),
            "a need with a space in its name" => Freeze(needs: [_need with { Id = "need of asha" }]),
            "a person of no node" => Freeze(people: [_asha with { Node = "" }]),
            "a need that ends before it begins" => Freeze(needs: [_need with { Window = new Window(_day.To, _day.From) }]),
            "a need finer than a millisecond" => Freeze(needs: [_need with { Window = _day with { From = _day.From.AddTicks(1) } }]),
            "a need beyond all time" => Freeze(needs: [_need with { Window = _day with { To = DateTimeOffset.MaxValue } }]),
            "an offer free beyond its window" => Freeze(offers: [_sander with { Units = [[_day with { To = _day.To.AddDays(1) }]] }]),
            "an offer without units" => Freeze(offers: [_sander with { Units = [] }]),
            "a need that waited less than nothing" => Freeze(needs: [_need with { RoundsWaited = -1 }]),
            "a person who used less than nothing" => Freeze(people: [_asha with { RecentMinutes = -1 }]),
            _ => throw new ArgumentOutOfRangeException(nameof(fault)),
        };

        Assert.Equal(code, frozen.Refusal.Code);
    }

    [Fact]
    public void Is_refused_for_terms_that_make_no_round()
    {
        var terms = Terms(Lottery());

        Assert.Equal(RoundRefusals.NotARound, Freeze(terms: terms with { Round = "0196F0A0-0000-7000-8000-000000000001" }).Refusal);
        Assert.Equal(RoundRefusals.NotAnOpening, Freeze(terms: terms with { ClosedAt = terms.OpenedAt }).Refusal);
        Assert.Equal("round.bad-id", Freeze(terms: terms with { Pool = "" }).Refusal.Code);
    }

    [Fact]
    public void Is_refused_for_more_than_a_round_holds()
    {
        var units = Offer("sander", RoundLimits.MaxUnits + 1, _day);
        var needs = Enumerable.Range(0, RoundLimits.MaxNeeds + 1).Select(index => _need with { Id = $"n{index}" });
        var options = Enumerable.Range(0, 5_000).Select(index => _need with { Id = $"n{index}" });

        Assert.Equal(RoundRefusals.TooLarge, Freeze(offers: [units]).Refusal);
        Assert.Equal(RoundRefusals.TooLarge, Freeze(needs: needs).Refusal);
        Assert.Equal(RoundRefusals.TooLarge, Freeze(offers: [Offer("sander", RoundLimits.MaxUnits, _day)], needs: options).Refusal);
    }

    [Fact]
    public void Is_refused_where_wishes_cut_the_time_too_finely()
    {
        var needs = Enumerable.Range(0, 8_000).Select(index => _need with
        {
            Id = $"n{index}",
            Window = At(index * 5),
            Others = [.. Enumerable.Range(1, 4).Select(wish => new RoundWish(At((index * 5) + wish)))],
        });

        Assert.Equal(RoundRefusals.TooLarge, Freeze(needs: needs).Refusal);
        Assert.True(Freeze(needs: needs.Take(4_000)).IsGranted);

        static Window At(int second) => new(_day.From.AddSeconds(second), _day.From.AddSeconds(second + 1).AddMilliseconds(500));
    }

    [Fact]
    public void Joins_free_intervals_that_touch()
    {
        var noon = At("2027-03-06T12:00:00Z");
        var halves = _sander with { Units = [[new Window(noon, _day.To), new Window(_day.From, noon)]] };

        Assert.Equal(Reason.Allotted, Draw(Freeze(offers: [halves]).Value).ReasonOf("asha"));
    }

    [Fact]
    public void Leaves_out_people_who_ask_for_nothing_and_names_every_node()
    {
        var input = Freeze(people: [_asha, new RoundPerson("bilal", Elsewhere)]).Value;

        Assert.Equal([_asha], input.People);
        Assert.Equal([new RoundNode(Home)], input.Nodes);
    }

    [Fact]
    public void Forgets_what_the_policy_does_not_look_at()
    {
        var curious = _need with { Priority = 0, LastUseEnd = _day.From, UsesSoFar = 2 };

        var input = RoundInput.Create(
            Terms(LeastUsedFirst((SharedParameters.QuotaPerPerson, 0))), [_sander], [], [_asha with { RecentMinutes = 60 }], [curious]).Value;

        Assert.Equal(60, input.People[0].RecentMinutes);
        Assert.Equal(
            (RoundNeed.OrdinaryPriority, null, 0),
            (input.Needs[0].Priority, input.Needs[0].LastUseEnd, input.Needs[0].UsesSoFar));
    }

    private static Result<RoundInput> Freeze(
        RoundTerms? terms = null,
        IEnumerable<RoundOffer>? offers = null,
        IEnumerable<RoundPerson>? people = null,
        IEnumerable<RoundNeed>? needs = null) =>
        RoundInput.Create(terms ?? Terms(Lottery()), offers ?? [_sander], [], people ?? [_asha], needs ?? [_need]);
}
