using PostMoney.Fairness.Claims;
using PostMoney.Fairness.Tests.Independent;
using Xunit;

namespace PostMoney.Fairness.Tests;

public sealed class StrangeRounds
{
    private static readonly Somebody _amina = new("Amina");
    private static readonly Somebody _chen = new("Chen");

    public static TheoryData<string> Orders => [.. EveryOrder.Names];

    [Theory]
    [MemberData(nameof(Orders))]
    public void Nobody_and_nothing_are_shared_out_at_once(string order)
    {
        Assert.Equal(0, new Sheet([], [], []).Run(order).Fill);
        Assert.Equal(0, new Sheet([], [], [], Cooldown: 3).Run(order).Fill);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void People_without_needs_and_needs_without_options_are_given_nothing(string order)
    {
        var sheet = new Sheet([_amina, _chen], [new Thing("room", [1])], [new Wish("c", "Chen", [])]);

        Assert.Equal(0, sheet.Run(order).Fill);
        Assert.Equal(0, sheet.RunAsIntervals(order).Fill);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void What_holds_nothing_gives_nothing(string order)
    {
        var sheet = new Sheet(
            [_amina], [new Thing("room", [0, 0]), new Thing("shed", [])],
            [new Wish("a", "Amina", [new Spot("room", 0), new Spot("room", 1)])]);

        Assert.Equal(0, sheet.Run(order).Fill);
        Assert.Equal(0, sheet.RunAsIntervals(order).Fill);
    }

    [Fact]
    public void A_cap_of_nothing_allows_nothing()
    {
        var sheet = new Sheet([_amina], [new Thing("room", [1])], [new Wish("a", "Amina", [new Spot("room", 0)], Cap: 0)]);

        Assert.Equal(0, sheet.Run("least access").Fill);
        Assert.Equal(0, sheet.RunAsIntervals("least access").Fill);
    }

    [Fact]
    public void Two_caps_for_one_group_are_refused()
    {
        var sheet = new Sheet(
            [_amina], [new Thing("room", [1])], [new Wish("a", "Amina", [new Spot("room", 0)], Cap: 1), new Wish("b", "Amina", [], Cap: 2)]);

        Assert.Throws<InvalidOperationException>(sheet.Build);
    }

    [Fact]
    public void A_place_named_twice_counts_once()
    {
        Spot[] twice = [new("farm", 0), new("farm", 1), new("farm", 0)];
        var sheet = new Sheet([_amina], [new Thing("farm", [8, 8])], [new Wish("a", "Amina", twice, Units: 8, Parallel: 2)]);

        var outcome = sheet.Run("least access");

        Assert.Equal(2, sheet.Build().OptionCount);
        Assert.Equal(4, outcome.Fill);
        outcome.AssertKeepsEveryLimit();
    }

    [Fact]
    public void Two_lengths_at_one_place_are_two_options()
    {
        Spot[] lengths = [new("van", 0, 1), new("van", 0, 3), new("van", 0, 1), new("van", 0, 3)];
        var sheet = new Sheet([_amina], [new Thing("van", [1, 1, 1])], [new Wish("a", "Amina", lengths)]);

        Assert.Equal(2, sheet.Build().OptionCount);
        sheet.Run("least access").AssertKeepsEveryLimit();
    }

    [Fact]
    public void What_holds_billions_takes_no_memory_for_them()
    {
        var sheet = new Sheet(
            [_amina, _chen], [new Thing("farm", [int.MaxValue, int.MaxValue])],
            [
                new Wish("a", "Amina", [new Spot("farm", 0), new Spot("farm", 1)], Cap: int.MaxValue, Units: 70_000, Parallel: ushort.MaxValue),
                new Wish("c", "Chen", [new Spot("farm", 1)], Cap: 5, Units: 9, Parallel: ushort.MaxValue),
            ]);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var outcome = sheet.Run("round robin");

        Assert.Equal(70_005, outcome.Fill);
        outcome.AssertKeepsEveryLimit();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 50_000_000);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(65_536, 1)]
    [InlineData(-1, 1)]
    [InlineData(1, -1)]
    [InlineData(1, ProblemBuilder.MostUnits + 1)]
    public void More_than_can_be_counted_is_refused(int parallel, int units)
    {
        var sheet = new Sheet([_amina], [new Thing("farm", [1])], [new Wish("a", "Amina", [], Units: units, Parallel: parallel)]);

        Assert.Throws<ArgumentOutOfRangeException>(sheet.Build);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(2, 1)]
    [InlineData(1, 2)]
    [InlineData(int.MaxValue, 1)]
    public void A_place_outside_the_grid_is_refused(int instant, int length)
    {
        var sheet = new Sheet([_amina], [new Thing("van", [1, 1])], [new Wish("a", "Amina", [new Spot("van", instant, length)])]);

        Assert.Throws<InvalidOperationException>(sheet.Build);
    }

    [Fact]
    public void A_length_below_one_is_refused()
    {
        var sheet = new Sheet([_amina], [new Thing("van", [1, 1])], [new Wish("a", "Amina", [new Spot("van", 0, -1)])]);

        Assert.Throws<ArgumentOutOfRangeException>(sheet.Build);
    }

    [Fact]
    public void Two_of_one_name_are_refused()
    {
        Assert.Throws<ArgumentException>(new Sheet([_amina, _amina], [], []).Build);
        Assert.Throws<InvalidOperationException>(() => TwoOffersNamed("van"));
        Assert.Throws<InvalidOperationException>(new Sheet([_amina], [], [new Wish("a", "Amina", []), new Wish("a", "Amina", [])]).Build);
    }

    [Fact]
    public void Less_than_nothing_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(new Sheet([], [new Thing("van", [1, -1])], []).Build);
        Assert.Throws<ArgumentOutOfRangeException>(new Sheet([], [], [], Cooldown: -1).Build);
        Assert.Throws<ArgumentOutOfRangeException>(new Sheet([_amina], [], [new Wish("a", "Amina", [], Cap: -1)]).Build);
    }

    [Fact]
    public void A_need_of_somebody_who_is_not_there_is_refused()
    {
        Assert.Throws<KeyNotFoundException>(new Sheet([_amina], [], [new Wish("g", "Gus", [])]).Build);
    }

    [Fact]
    public void Access_of_years_and_shares_of_millions_are_compared_exactly()
    {
        var least = new LeastAccessFirst([long.MaxValue / 2, (long.MaxValue / 2) - 1], [int.MaxValue, int.MaxValue], [0, 1]);

        Assert.True(least.KeyOf(1, 0) < least.KeyOf(0, 0));
        Assert.True(new ClaimKey(0, ulong.MaxValue - 1, 3, 0) < new ClaimKey(0, ulong.MaxValue / 3, 1, 0));
        Assert.Equal(0, new ClaimKey(0, ulong.MaxValue, 3, 0).CompareTo(new ClaimKey(0, ulong.MaxValue / 3, 1, 0)));
    }

    private static AllocationProblem TwoOffersNamed(string name)
    {
        var builder = new ProblemBuilder();
        builder.AddOffer(name, [1]);
        builder.AddOffer(name, [1]);
        return builder.Build();
    }
}
