using PostMoney.Fairness.Claims;

namespace PostMoney.Fairness.Intervals;

/// <summary>Runs a round of uses that may take several cells to its end under one order of claims.</summary>
public static class AllocateIntervals
{
    /// <summary>Gives out what the bounded search finds room for.</summary>
    /// <param name="problem">Any problem whose needs are not divided.</param>
    /// <param name="order">The policy.</param>
    /// <param name="contention">Where uses are least in the way.</param>
    /// <param name="ownOrder">Places in which a person's own needs are tried, or null for their names.</param>
    /// <param name="caps">What communities may have together, or null.</param>
    /// <exception cref="ArgumentException">A need asks for several units.</exception>
    public static Allocation Run(
        AllocationProblem problem, ClaimOrder order, Contention contention, int[]? ownOrder = null,
        CommunityCaps? caps = null)
    {
        if (problem.Need.Units.Any(units => units != 1))
        {
            throw new ArgumentException("A need asks for several units.", nameof(problem));
        }

        var kernel = new IntervalKernel(problem, contention);
        if (ownOrder is not null)
        {
            kernel.OrderOwn(ownOrder);
        }

        var queue = new ClaimQueue(order, problem.Group.Person.Distinct(), _ => 0);
        while (queue.TryTake(out var person))
        {
            if (caps?.MayHaveMore(person) != false && kernel.TryServe(person))
            {
                caps?.Count(person);
                queue.Claim(person, kernel.Served[person]);
            }
        }

        var given = new List<Given>();
        for (var need = 0; need < problem.Needs.Count; need++)
        {
            if (kernel.Board.OptionOf(need) is var option and >= 0)
            {
                given.Add(new Given(need, problem.OptionCell[option], 1, problem.LengthOf(option)));
            }
        }

        return new Allocation(kernel.Served, given);
    }
}
