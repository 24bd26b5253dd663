using PostMoney.Fairness.Tests.Independent;
using Xunit;

namespace PostMoney.Fairness.Tests.Intervals;

public sealed class GoldenRounds
{
    public static TheoryData<string> Orders => [.. EveryOrder.Names];

    [Theory]
    [MemberData(nameof(Orders))]
    public void Are_filled_within_their_limits_and_nobody_is_refused_what_is_free(string order)
    {
        var (sum, most) = (0, 0);
        foreach (var golden in Golden.Intervals())
        {
            var outcome = golden.Sheet.Run(order);

            outcome.AssertKeepsEveryLimit();
            Assert.InRange(outcome.Fill, 0, golden.MaxFill);
            Assert.DoesNotContain(golden.Sheet.Wishes, outcome.CouldHave);
            (sum, most) = (sum + outcome.Fill, most + golden.MaxFill);
        }

        // Bounded moves in a fixed order of claims cannot always reach the largest fill; on average they come near.
        Assert.InRange((double)sum / most, 0.95, 1);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void And_others_too_refuse_nobody_what_is_free(string order)
    {
        foreach (var sheet in (Sheet[])[.. RandomSheets.Intervals(150), .. RandomSheets.IntervalsWithCooldown(150)])
        {
            Assert.DoesNotContain(sheet.Wishes, sheet.Run(order).CouldHave);
        }
    }

    [Fact]
    public void Come_near_the_exact_kernel_where_a_use_is_one_cell()
    {
        var (sum, most) = (0, 0);
        foreach (var golden in Golden.Slots())
        {
            (sum, most) = (sum + golden.Sheet.RunAsIntervals("least access").Fill, most + golden.MaxFill);
        }

        Assert.InRange((double)sum / most, 0.99, 1);
    }

    [Fact]
    public void Leave_Amina_what_she_was_promised_when_Chen_comes_later()
    {
        var sheet = new Sheet(
            [new Somebody("Amina"), new Somebody("Chen", Access: 9000)], [new Thing("van", [1, 1, 1])],
            [
                new Wish("a", "Amina", [new Spot("van", 0, 2), new Spot("van", 1, 2)]),
                new Wish("c", "Chen", [new Spot("van", 0)]), new Wish("d", "Chen", [new Spot("van", 1, 2)]),
            ]);

        Assert.Equal("a van@1+2 1\nc van@0+1 1", sheet.Run("least access").Text());
    }

    // A claim that was served is served for good: with fewer claims behind it, it is served all the same.
    [Theory]
    [InlineData("person lottery")]
    [InlineData("least access")]
    [InlineData("round robin")]
    public void Keep_every_earlier_claim_when_the_last_one_had_not_come(string order)
    {
        foreach (var sheet in (Sheet[])[.. RandomSheets.Intervals(80), .. RandomSheets.IntervalsWithCooldown(80)])
        {
            var alone = sheet with { Wishes = [.. sheet.Wishes.DistinctBy(wish => wish.Person)] };
            var problem = alone.Build();
            var claims = EveryOrder.Make(order, alone, problem);
            var inOrder = alone.Asking.OrderBy(id => claims.KeyOf(problem.People.ToList().IndexOf(id), 0)).ToArray();
            var whole = alone.Run(problem, claims).Counts();
            var (few, known) = (Fixed(alone, inOrder[..^1]), Fixed(alone, inOrder));

            Assert.Equal(whole, known.Counts());
            Assert.All(inOrder[..^1], person => Assert.Equal(few.UnitsOf(person), known.UnitsOf(person)));
        }
    }

    // The contention is that of all wishes in both, as it would come from past rounds.
    private static Outcome Fixed(Sheet sheet, string[] inOrder)
    {
        var problem = sheet.Build();
        var known = PostMoney.Fairness.Intervals.Contention.AskedIn(problem);
        var few = sheet with { Wishes = [.. sheet.Wishes.Where(wish => inOrder.Contains(wish.Person))] };
        var part = few.Build();
        var places = part.People.Select(id => Math.Max(0, Array.IndexOf(inOrder, id))).ToArray();
        return Outcome.Of(few, part, PostMoney.Fairness.Intervals.AllocateIntervals.Run(
            part, new PostMoney.Fairness.Claims.RoundRobin(places, 0, 1000), known));
    }
}
