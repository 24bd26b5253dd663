using PostMoney.Fairness.Tests.Independent;
using Xunit;

namespace PostMoney.Fairness.Tests.Rounds;

public sealed class ACancellation
{
    // What was promised is taken off what things hold; the hole alone is shared out, among those who wait, in the order of claims.
    [Theory]
    [InlineData("person lottery")]
    [InlineData("least access")]
    [InlineData("classes")]
    public void Changes_no_promise_and_its_hole_goes_to_the_first_who_waits(string order)
    {
        var filled = 0;
        foreach (var sheet in (Sheet[])[.. RandomSheets.Slots(150), .. RandomSheets.Intervals(150)])
        {
            var one = sheet with { Wishes = [.. sheet.Wishes.DistinctBy(wish => wish.Person)] };
            var before = one.Run(order);
            if (before.Uses.Count == 0)
            {
                continue;
            }

            var cancelled = before.Uses[0];
            var kept = before.Uses.Skip(1).ToArray();
            var left = one with
            {
                Things = [.. one.Things.Select(thing => Without(thing, kept))],
                Wishes = [.. one.Wishes.Where(wish => before.Uses.All(use => use.Wish != wish))],
            };
            var after = left.Run(order);

            new Outcome(one, [.. kept, .. after.Uses]).AssertKeepsEveryLimit();
            Assert.DoesNotContain(after.Uses, use => use.Wish.Person == cancelled.Wish.Person);
            if (after.Fill > 0)
            {
                AssertFirstOfThoseWhoFit(left, after, order);
                filled++;
            }
        }

        Assert.InRange(filled, 10, int.MaxValue);
    }

    private static void AssertFirstOfThoseWhoFit(Sheet left, Outcome after, string order)
    {
        var problem = left.Build();
        var claims = EveryOrder.Make(order, left, problem);
        var empty = new Outcome(left, []);
        var first = Enumerable.Range(0, problem.People.Count)
            .Where(person => left.Wishes.Any(wish => wish.Person == problem.People[person] && empty.CouldHave(wish)))
            .MinBy(person => claims.KeyOf(person, 0));

        Assert.Equal(1, after.UnitsOf(problem.People[first]));
    }

    private static Thing Without(Thing thing, (Wish Wish, Spot Spot, int Units)[] kept) => thing with
    {
        Holds = [.. thing.Holds.Select((held, instant) => held - kept
            .Where(use => use.Spot.Thing == thing.Id && use.Spot.Instant <= instant && instant < use.Spot.Instant + use.Spot.Length)
            .Sum(use => use.Units))],
    };
}
