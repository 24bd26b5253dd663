using System.Security.Cryptography;
using PostMoney.Fairness.Claims;
using PostMoney.Fairness.Slots;
using PostMoney.Fairness.Tests.Independent;
using Xunit;

namespace PostMoney.Fairness.Tests.Slots;

public sealed class TheLargestFill
{
    public static TheoryData<string> Orders => [.. EveryOrder.Names];

    [Theory]
    [MemberData(nameof(Orders))]
    public void Is_reached_under_every_policy_in_every_golden_round(string order)
    {
        foreach (var golden in Golden.Slots())
        {
            Assert.Equal(golden.MaxFill, golden.Sheet.Run(order).Fill);
            Assert.Equal(golden.MaxFill, MaxFlow.Of(golden.Sheet));
        }
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void Is_that_of_a_flow_algorithm_which_knows_nothing_of_fairness(string order)
    {
        Sheet[] sheets = [.. RandomSheets.Slots(200), .. RandomSheets.Flows(300)];

        Assert.All(sheets, sheet => Assert.Equal(MaxFlow.Of(sheet), sheet.Run(order).Fill));
    }

    [Fact]
    public void Has_access_as_even_as_it_can_be_in_every_golden_round()
    {
        foreach (var golden in Golden.Slots())
        {
            var access = golden.Sheet.Run("least access").Access();

            Assert.Equal(golden.Leximin, access);
            Assert.Equal(golden.SumOfSquares, access.Sum(amount => amount * amount));
        }
    }

    // Where each need is somebody of its own, taking claims in order is taking needs in order.
    [Fact]
    public void Serves_needs_in_order_as_the_golden_rounds_do_where_no_quota_binds()
    {
        var compared = 0;
        foreach (var golden in Golden.Slots())
        {
            var sheet = golden.Sheet;
            if (sheet.Wishes.GroupBy(wish => (wish.Person, wish.Family)).Any(group => group.Count() > group.First().Cap))
            {
                continue;
            }

            var alone = sheet with
            {
                People = [.. sheet.Wishes.Select((wish, place) => new Somebody(wish.Id, Position: place))],
                Wishes = [.. sheet.Wishes.Select(wish => wish with { Person = wish.Id })],
            };
            var problem = alone.Build();
            var outcome = alone.Run(problem, new RoundRobin([.. problem.People.Select(id => alone.Person(id).Position)], 0, 100));

            Assert.Equal(golden.ServedInOrder.Order(StringComparer.Ordinal), outcome.Uses.Select(use => use.Wish.Id).Order(StringComparer.Ordinal));
            compared++;
        }

        Assert.InRange(compared, 150, 500);
    }

    [Fact]
    public void Moves_somebody_who_was_served_and_drops_nobody()
    {
        var sheet = new Sheet(
            [new Somebody("Amina"), new Somebody("Chen", Access: 1)], [new Thing("carer", [1, 1])],
            [new Wish("a", "Amina", [new Spot("carer", 0), new Spot("carer", 1)]), new Wish("c", "Chen", [new Spot("carer", 0)])]);

        Assert.Equal("a carer@1+1 1\nc carer@0+1 1", sheet.Run("least access").Text());
    }

    [Fact]
    public void Changes_from_one_need_of_a_person_to_another_of_theirs()
    {
        var sheet = new Sheet(
            [new Somebody("Amina"), new Somebody("Chen", Access: 1)], [new Thing("carer", [1, 1])],
            [
                new Wish("a", "Amina", [new Spot("carer", 0)], Cap: 1), new Wish("b", "Amina", [new Spot("carer", 1)], Cap: 1),
                new Wish("c", "Chen", [new Spot("carer", 0)]),
            ]);

        Assert.Equal("b carer@1+1 1\nc carer@0+1 1", sheet.Run("least access").Text());
    }

    [Fact]
    public void Refuses_uses_of_several_cells()
    {
        var problem = new Sheet([new Somebody("Amina")], [new Thing("van", [1, 1])], [new Wish("a", "Amina", [new Spot("van", 0, 2)])]).Build();

        Assert.Throws<ArgumentException>(() => AllocateSlots.Run(problem, PersonLottery.ByTickets(SHA256.HashData([]), problem.People, [1])));
    }
}
