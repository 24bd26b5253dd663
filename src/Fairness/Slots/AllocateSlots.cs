using PostMoney.Fairness.Claims;

namespace PostMoney.Fairness.Slots;

/// <summary>Runs a round of single cells to its end under one order of claims.</summary>
public static class AllocateSlots
{
    /// <summary>Gives out everything that can be given.</summary>
    /// <param name="problem">Needs of single cells.</param>
    /// <param name="order">The policy.</param>
    /// <param name="caps">What communities may have together, or null.</param>
    /// <returns>The lexicographically best allocation in that order, which is also one of the largest fill where there are no caps.</returns>
    /// <exception cref="ArgumentException">A need takes several cells in a row.</exception>
    public static Allocation Run(AllocationProblem problem, ClaimOrder order, CommunityCaps? caps = null)
    {
        if (!problem.IsSlotKind)
        {
            throw new ArgumentException("A need takes several cells in a row.", nameof(problem));
        }

        var kernel = new SlotKernel(problem);
        var queue = new ClaimQueue(order, AskingIn(problem), _ => 0);
        while (queue.TryTake(out var person))
        {
            if (caps?.MayHaveMore(person) != false && kernel.TryServe(person))
            {
                caps?.Count(person);
                queue.Claim(person, kernel.Served[person]);
            }
        }

        return ResultOf(problem, kernel);
    }

    internal static Allocation ResultOf(AllocationProblem problem, SlotKernel kernel)
    {
        var given = new List<Given>();
        for (var need = 0; need < problem.Needs.Count; need++)
        {
            for (var option = problem.OptionStart[need]; kernel.Network.UnitsOf(need) > 0 && option < problem.OptionStart[need + 1]; option++)
            {
                if (kernel.Network.Flow[option] > 0)
                {
                    given.Add(new Given(need, problem.OptionCell[option], kernel.Network.Flow[option]));
                }
            }
        }

        return new Allocation(kernel.Served, given);
    }

    internal static IEnumerable<int> AskingIn(AllocationProblem problem) => problem.Group.Person.Distinct();
}
