using PostMoney.Fairness.Tests.Independent;
using Xunit;

namespace PostMoney.Fairness.Tests.Slots;

public sealed class HidingOptions
{
    public static TheoryData<string> Orders => [.. EveryOrder.Names];

    [Theory]
    [MemberData(nameof(Orders))]
    public void Never_gets_anybody_more(string order)
    {
        var tried = 0;
        foreach (var sheet in Sheets())
        {
            var before = sheet.Run(order).Counts();
            foreach (var wish in sheet.Wishes)
            {
                foreach (var spot in wish.Places)
                {
                    var hidden = wish with { Places = [.. wish.Places.Where(other => other != spot)] };
                    var after = (sheet with { Wishes = [.. sheet.Wishes.Select(other => other == wish ? hidden : other)] }).Run(order);
                    Assert.InRange(after.UnitsOf(wish.Person), 0, before[wish.Person]);
                    tried++;
                }
            }
        }

        Assert.InRange(tried, 500, int.MaxValue);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void And_holding_back_a_need_never_gets_anybody_more(string order)
    {
        foreach (var sheet in Sheets())
        {
            var before = sheet.Run(order).Counts();
            foreach (var wish in sheet.Wishes)
            {
                var after = (sheet with { Wishes = [.. sheet.Wishes.Where(other => other != wish)] }).Run(order);
                Assert.InRange(after.UnitsOf(wish.Person), 0, before[wish.Person]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void Or_somebody_leaving_takes_nothing_from_anybody_else(string order)
    {
        foreach (var sheet in Sheets())
        {
            var before = sheet.Run(order).Counts();
            foreach (var leaving in sheet.People)
            {
                var after = sheet.Without(leaving.Id).Run(order).Counts();
                Assert.All(after, person => Assert.True(person.Value >= before[person.Key]));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void And_somebody_who_got_nothing_leaving_changes_nothing(string order)
    {
        var left = 0;
        foreach (var sheet in Sheets())
        {
            var before = sheet.Run(order).Counts();
            foreach (var leaving in before.Where(person => person.Value == 0).Select(person => person.Key).ToArray())
            {
                Assert.Equal(before.Where(person => person.Key != leaving), sheet.Without(leaving).Run(order).Counts());
                left++;
            }
        }

        Assert.InRange(left, 20, int.MaxValue);
    }

    [Fact]
    public void Is_worth_nothing_to_Gus_who_names_one_of_three_slots()
    {
        Spot[] all = [new("carer", 0), new("carer", 1), new("carer", 2)];
        Sheet Round(IReadOnlyList<Spot> ofGus) => new(
            [new Somebody("Amina"), new Somebody("Chen"), new Somebody("Eli"), new Somebody("Gus")], [new Thing("carer", [1, 1, 1])],
            [new Wish("a", "Amina", all), new Wish("c", "Chen", all), new Wish("e", "Eli", all), new Wish("g", "Gus", ofGus)]);

        var better = Enumerable.Range(0, 500).Count(seed =>
            Round([all[1]]).Run("person lottery", $"{seed}").UnitsOf("Gus") > Round(all).Run("person lottery", $"{seed}").UnitsOf("Gus"));

        Assert.Equal(0, better);
    }

    private static IEnumerable<Sheet> Sheets() => [.. RandomSheets.Slots(60), .. RandomSheets.Flows(40)];
}
