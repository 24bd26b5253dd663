using PostMoney.Fairness.Claims;
using PostMoney.Fairness.Intervals;
using PostMoney.Fairness.Slots;
using PostMoney.Fairness.Transcripts;
using Xunit;

namespace PostMoney.Fairness.Tests;

/// <summary>Pauses on an axis of any times, certificates over problems, and choices among what is reachable.</summary>
public sealed class AProblemInTime
{
    [Theory]
    [InlineData(90, 2)]
    [InlineData(91, 1)]
    public void Keeps_a_pause_between_two_uses_on_offers_whose_instants_are_of_any_length(long pause, int served)
    {
        var builder = new ProblemBuilder().AddPerson("asha").WithCooldown(pause);
        var hall = builder.AddOffer("hall", [1], [0, 10]);
        var barn = builder.AddOffer("barn", [1, 1], [50, 100, 130]);
        builder.AddNeed("a", "asha", (0, 9), NeedSize.One, [new Option(hall, 0)]).AddNeed("b", "asha", (0, 9), NeedSize.One, [new Option(barn, 1)]);

        var allocation = AllocateIntervals.Run(builder.Build(), Order([0]), Contention.None);

        Assert.Equal(served, allocation.Given.Count);
    }

    [Fact]
    public void Refuses_times_that_do_not_bound_every_instant()
    {
        Assert.Throws<ArgumentException>(() => new ProblemBuilder().AddOffer("hall", [1, 1], [0, 10]));
    }

    [Fact]
    public void Remembers_every_claim_in_order_with_what_came_of_it()
    {
        var allocation = AllocateSlots.Run(Contest(cap: 1), Order([1, 0]), new CommunityCaps(2).Add([0], 0));

        Assert.Equal(
            [(1, ClaimOutcome.Served), (0, ClaimOutcome.CapReached), (1, ClaimOutcome.NoRoom)],
            allocation.Claims.Select(claim => (claim.Person, claim.Outcome)));
    }

    [Fact]
    public void Has_a_certificate_that_takes_what_the_kernel_gives_and_no_other()
    {
        var problem = Contest(cap: 2);
        var order = Order([0, 1]);
        var allocation = AllocateSlots.Run(problem, order);

        Assert.Empty(VerifyAllocation.Run(problem, allocation, order));
        Assert.StartsWith("Unfair", Assert.Single(VerifyAllocation.Run(problem, allocation, Order([1, 0]))), StringComparison.Ordinal);
        Assert.StartsWith("Wasteful", Assert.Single(VerifyAllocation.RunForWaste(problem, new Allocation([0, 0], []))), StringComparison.Ordinal);
        Assert.Contains("more than it holds", Assert.Single(VerifyAllocation.RunForBounds(
            problem, new Allocation([1, 1], [new Given(0, 0, 1), new Given(1, 0, 1)]))), StringComparison.Ordinal);
    }

    [Fact]
    public void Has_a_certificate_for_classes_too()
    {
        var problem = Contest(cap: 1);
        var pressingLast = new[] { 1, 0 };
        var allocation = AllocateByClass.Run(problem, pressingLast, Order([0, 1]));

        Assert.Equal([1], allocation.Given.Select(given => problem.PersonOf(given.Need)));
        Assert.Empty(VerifyAllocation.RunByClass(problem, pressingLast, allocation, Order([0, 1])));
        Assert.StartsWith("Unfair", Assert.Single(VerifyAllocation.RunByClass(
            problem, pressingLast, new Allocation([1, 0], [new Given(0, 0, 1)]), Order([0, 1]))), StringComparison.Ordinal);
    }

    [Fact]
    public void Gives_out_what_moving_has_left_free()
    {
        // Asha sits in the long use of the hall; Bilal's claim moves her to the barn, and Chidi, refused before, finds the hall's evening free.
        var builder = new ProblemBuilder().AddPerson("asha").AddPerson("bilal").AddPerson("chidi");
        var hall = builder.AddOffer("hall", [1, 1, 1]);
        var barn = builder.AddOffer("barn", [1, 1, 1]);
        builder.AddNeed("a", "asha", (0, 1), NeedSize.One, [new Option(hall, 0, 3), new Option(barn, 0, 3)])
            .AddNeed("b", "bilal", (0, 1), NeedSize.One, [new Option(hall, 0, 1)])
            .AddNeed("c", "chidi", (0, 1), NeedSize.One, [new Option(hall, 2, 1)]);

        foreach (var depth in new[] { 0, 3 })
        {
            var allocation = AllocateIntervals.Run(builder.Build(), Order([0, 2, 1]), Contention.None, effort: new Effort(depth, 100));

            Assert.Equal(depth == 0 ? 1 : 3, allocation.Given.Count);
        }
    }

    [Fact]
    public void Lets_those_who_are_served_choose_in_turn_what_leaves_something_for_the_others()
    {
        var builder = new ProblemBuilder().AddPerson("asha").AddPerson("bilal");
        int[] dates = [builder.AddOffer("3", [1]), builder.AddOffer("4", [1])];
        builder.AddNeed("a", "asha", (0, 1), NeedSize.One, [new Option(dates[0], 0), new Option(dates[1], 0)])
            .AddNeed("b", "bilal", (0, 1), NeedSize.One, [new Option(dates[0], 0)]);
        var problem = builder.Build();
        var given = AllocateSlots.Run(problem, Order([0, 1])).Given;

        var chosen = HonourRanks.Run(problem, given, option => option - problem.FirstOptionOf(option < 2 ? 0 : 1), [0, 1]);

        Assert.Equal([(0, "4@0"), (1, "3@0")], chosen.Select(one => (one.Need, problem.Cells[one.Cell])).Order());
    }

    /// <summary>Asha and Bilal, one place.</summary>
    private static AllocationProblem Contest(int cap)
    {
        var builder = new ProblemBuilder().AddPerson("asha").AddPerson("bilal");
        var hall = builder.AddOffer("hall", [1]);
        return builder.AddNeed("a", "asha", (0, cap), NeedSize.One, [new Option(hall, 0)])
            .AddNeed("b", "bilal", (0, cap), NeedSize.One, [new Option(hall, 0)]).Build();
    }

    private static RoundRobin Order(int[] people)
    {
        var positions = new int[people.Length];
        for (var place = 0; place < people.Length; place++)
        {
            positions[people[place]] = place;
        }

        return new RoundRobin(positions, 0, people.Length);
    }
}
