using System.Collections.Concurrent;
using System.Globalization;
using PostMoney.Fairness.Instances;
using PostMoney.Fairness.Tests.Independent;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Fairness.Tests;

public sealed class SameWhateverHappens
{
    public static TheoryData<string> Orders => [.. EveryOrder.Names];

    [Theory]
    [MemberData(nameof(Orders))]
    public void The_order_in_which_people_things_and_needs_were_told_does_not_matter(string order)
    {
        foreach (var sheet in Sheets())
        {
            var dice = new Dice("told in another order");
            var expected = sheet.Run(order).Text();

            Assert.All(Enumerable.Range(0, 4), _ => Assert.Equal(expected, sheet.Shuffled(dice).Run(order).Text()));
        }
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void Which_slot_is_named_first_does_not_matter_for_who_is_served(string order)
    {
        var dice = new Dice("places");
        foreach (var sheet in (Sheet[])[.. RandomSheets.Slots(80), .. RandomSheets.Flows(80)])
        {
            var mixed = sheet with { Wishes = [.. sheet.Wishes.Select(wish => wish with { Places = dice.Shuffled(wish.Places) })] };

            Assert.Equal(sheet.Run(order).Counts(), mixed.Run(order).Counts());
        }
    }

    [Fact]
    public void The_hundredth_time_is_as_the_first()
    {
        foreach (var sheet in Sheets().Take(12))
        {
            var expected = sheet.Run("least access").Text();

            Assert.All(Enumerable.Range(0, 100), _ => Assert.Equal(expected, sheet.Run("least access").Text()));
        }
    }

    [Fact]
    public void Sixteen_at_once_find_the_same()
    {
        var sheets = Sheets().ToArray();
        var expected = sheets.Select(sheet => sheet.Run("person lottery").Text()).ToArray();
        var wrong = new ConcurrentBag<int>();

        Parallel.For(0, sheets.Length * 16, new ParallelOptions { MaxDegreeOfParallelism = 16 }, run =>
        {
            if (sheets[run / 16].Run("person lottery").Text() != expected[run / 16])
            {
                wrong.Add(run / 16);
            }
        });

        Assert.Empty(wrong);
    }

    [Fact]
    public void How_a_country_writes_numbers_does_not_matter()
    {
        var sheets = Sheets().ToArray();
        var expected = sheets.Select(sheet => sheet.Run("least access").Text()).ToArray();
        var before = CultureInfo.CurrentCulture;
        var strange = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        strange.NumberFormat.NegativeSign = "minus";
        strange.NumberFormat.NumberGroupSeparator = "'";
        strange.NumberFormat.NumberDecimalSeparator = ",";
        try
        {
            CultureInfo.CurrentCulture = strange;

            Assert.Equal(expected, sheets.Select(sheet => sheet.Run("least access").Text()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void An_instance_whose_rows_stand_in_another_order_is_the_same_problem()
    {
        foreach (var file in Directory.EnumerateFiles(TestData.Find("allocation/instances"), "*-100-*.json"))
        {
            var told = CompileInstance.Run(BenchInstance.Read(file));
            using var mixed = MixedUp.Of(file, new Dice(Path.GetFileName(file)));
            var again = CompileInstance.Run(BenchInstance.Read(mixed));

            Assert.Equal(told.Needs, again.Needs);
            Assert.Equal(told.People, again.People);
            Assert.Equal(told.Cells, again.Cells);
            Assert.Equal(told.OptionCell, again.OptionCell);
            Assert.Equal(told.OptionLength, again.OptionLength);
            Assert.Equal(told.Capacity, again.Capacity);
            Assert.Equal(told.Need.Group, again.Need.Group);
        }
    }

    private static IEnumerable<Sheet> Sheets() =>
        [.. RandomSheets.Slots(40), .. RandomSheets.Flows(40), .. RandomSheets.Intervals(40), .. RandomSheets.IntervalsWithCooldown(40)];
}
