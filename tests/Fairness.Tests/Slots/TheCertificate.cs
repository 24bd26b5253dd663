using PostMoney.Fairness.Tests.Independent;
using Xunit;

namespace PostMoney.Fairness.Tests.Slots;

public sealed class TheCertificate
{
    [Theory]
    [InlineData("least access")]
    [InlineData("person lottery")]
    [InlineData("classes")]
    public void Holds_for_exactly_the_ways_that_serve_people_as_the_kernel_does(string name)
    {
        var (tried, best) = (0, 0);
        foreach (var sheet in Golden.Slots().Select(golden => golden.Sheet))
        {
            var problem = sheet.Build();
            var order = EveryOrder.Make(name, sheet, problem);
            var counts = sheet.Run(problem, order).Counts();
            foreach (var outcome in Everything.Of(sheet))
            {
                var isBest = Certificate.IsBest(outcome, problem, order);
                Assert.Equal(counts.SequenceEqual(outcome.Counts()), isBest);
                (tried, best) = (tried + 1, best + (isBest ? 1 : 0));
            }
        }

        Assert.Equal(99_756, tried);
        Assert.InRange(best, 500, tried / 2);
    }

    [Fact]
    public void Holds_for_every_answer_of_the_kernel_where_needs_are_divided()
    {
        foreach (var sheet in RandomSheets.Flows(150))
        {
            var problem = sheet.Build();
            foreach (var name in EveryOrder.Names)
            {
                var order = EveryOrder.Make(name, sheet, problem);
                Assert.True(Certificate.IsBest(sheet.Run(problem, order), problem, order));
            }
        }
    }

    [Fact]
    public void Fails_when_Chen_has_what_was_Aminas()
    {
        var sheet = new Sheet(
            [new Somebody("Amina"), new Somebody("Chen", Access: 5000)], [new Thing("carer", [1])],
            [new Wish("a", "Amina", [new Spot("carer", 0)]), new Wish("c", "Chen", [new Spot("carer", 0)])]);
        var problem = sheet.Build();
        var order = EveryOrder.Leximin(sheet, problem);

        Assert.True(Certificate.IsBest(new Outcome(sheet, [(sheet.Wishes[0], sheet.Wishes[0].Places[0], 1)]), problem, order));
        Assert.False(Certificate.IsBest(new Outcome(sheet, [(sheet.Wishes[1], sheet.Wishes[1].Places[0], 1)]), problem, order));
        Assert.False(Certificate.IsBest(new Outcome(sheet, []), problem, order));
    }
}
