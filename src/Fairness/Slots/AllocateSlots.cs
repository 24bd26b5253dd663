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
        var run = new ClaimRun(kernel, caps);
        run.Run(order, AskingIn(problem));
        return ResultOf(problem, kernel, run);
    }

    internal static Allocation ResultOf(AllocationProblem problem, SlotKernel kernel, ClaimRun run)
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

        return new Allocation(kernel.Served, given) { Claims = run.Claims };
    }

    internal static IEnumerable<int> AskingIn(AllocationProblem problem) => problem.Group.Person.Distinct();
}
