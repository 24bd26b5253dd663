using PostMoney.Fairness.Tests.Independent;
using Xunit;

namespace PostMoney.Fairness.Tests;

public sealed class Limits
{
    public static TheoryData<string> Orders => [.. EveryOrder.Names];

    [Theory]
    [MemberData(nameof(Orders))]
    public void Are_kept_at_every_instant_whatever_the_kind_and_the_policy(string order)
    {
        Sheet[] sheets =
            [.. RandomSheets.Slots(120), .. RandomSheets.Flows(120), .. RandomSheets.Intervals(120), .. RandomSheets.IntervalsWithCooldown(120)];

        Assert.All(sheets, sheet => sheet.Run(order).AssertKeepsEveryLimit());
    }

    [Fact]
    public void Are_kept_by_the_kernel_of_intervals_where_a_use_is_one_cell_too()
    {
        Assert.All(RandomSheets.Slots(120), sheet => sheet.RunAsIntervals("least access").AssertKeepsEveryLimit());
    }

    [Fact]
    public void Say_no_where_two_uses_of_one_thing_meet()
    {
        var sheet = new Sheet(
            [new Somebody("Amina"), new Somebody("Chen")], [new Thing("drill", [1, 1])],
            [new Wish("a", "Amina", [new Spot("drill", 0, 2)]), new Wish("c", "Chen", [new Spot("drill", 1)])]);
        var both = new Outcome(sheet, [(sheet.Wishes[0], sheet.Wishes[0].Places[0], 1), (sheet.Wishes[1], sheet.Wishes[1].Places[0], 1)]);

        Assert.ThrowsAny<Exception>(both.AssertKeepsEveryLimit);
        Assert.Equal(1, sheet.Run("least access").Fill);
    }

    [Fact]
    public void Keep_two_uses_of_one_person_apart_on_different_things()
    {
        var sheet = new Sheet(
            [new Somebody("Amina")], [new Thing("hall", [1, 1, 1, 1]), new Thing("room", [1, 1, 1, 1])],
            [new Wish("a", "Amina", [new Spot("hall", 0)]), new Wish("b", "Amina", [new Spot("room", 1)]), new Wish("c", "Amina", [new Spot("room", 3)])],
            Cooldown: 2);

        var outcome = sheet.Run("least access");

        Assert.Equal(2, outcome.Fill);
        outcome.AssertKeepsEveryLimit();
    }

    [Fact]
    public void Give_each_use_a_unit_of_its_own()
    {
        Sheet[] sheets = [.. RandomSheets.Slots(100), .. RandomSheets.Flows(100), .. RandomSheets.Intervals(200), .. RandomSheets.IntervalsWithCooldown(100)];
        foreach (var sheet in sheets)
        {
            var problem = sheet.Build();
            var allocation = sheet.Allocate(problem, "least access");

            var labels = LabelUnits.Run(problem, allocation);

            Assert.Equal(allocation.Fill, labels.Count);
            Assert.All(labels, label => Assert.InRange(label.Unit, 0, problem.CapacityOf(label.Cell) - 1));
            Assert.All(labels.GroupBy(label => (problem.OfferOf(label.Cell), label.Unit)), AssertApart);
        }
    }

    [Fact]
    public void Name_units_alike_whatever_order_the_uses_are_told_in()
    {
        var dice = new Dice("labels");
        foreach (var sheet in RandomSheets.Intervals(60))
        {
            var problem = sheet.Build();
            var allocation = sheet.Allocate(problem, "least access");

            Assert.Equal(
                LabelUnits.Run(problem, allocation), LabelUnits.Run(problem, allocation with { Given = dice.Shuffled(allocation.Given) }));
        }
    }

    private static void AssertApart(IEnumerable<UnitLabel> ofUnit)
    {
        var uses = ofUnit.OrderBy(use => use.Cell).ToArray();
        Assert.All(uses.Zip(uses.Skip(1)), pair => Assert.True(pair.First.Cell + pair.First.Length <= pair.Second.Cell));
    }
}
