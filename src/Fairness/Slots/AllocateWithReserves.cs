using PostMoney.Fairness.Claims;

namespace PostMoney.Fairness.Slots;

/// <summary>Gives out with places reserved for cohorts, as a minimum guarantee: what a cohort does not need goes to the others.</summary>
/// <remarks>
/// First everybody claims, and others than a cohort's members may not use what is reserved for it; then the rest claims what was
/// left. Members move into reserved places by exchange, so no order of filling can void the guarantee (allocation.md §2.6; the
/// pitfall is Dur et al. 2013). The order of claims is any.
/// </remarks>
public static class AllocateWithReserves
{
    /// <summary>Gives out everything that can be given.</summary>
    /// <param name="problem">Needs of single cells. A reserved place is a cell of its own, for which everybody who could use it has an option.</param>
    /// <param name="reservedFor">For each cell the cohort, or 0 where it is open to all.</param>
    /// <param name="cohortOf">The cohort of each person, or 0.</param>
    /// <param name="order">The policy.</param>
    public static Allocation Run(AllocationProblem problem, IReadOnlyList<int> reservedFor, IReadOnlyList<int> cohortOf, ClaimOrder order)
    {
        var sorted = WithReservedLast(problem, reservedFor, cohortOf, out var openEnd);
        var kernel = new SlotKernel(sorted);
        openEnd.CopyTo(kernel.Network.OptionEnd, 0);
        Serve(sorted, kernel, order);
        sorted.OptionStart.AsSpan(1).CopyTo(kernel.Network.OptionEnd);
        kernel.Reopen();
        Serve(sorted, kernel, order);
        return AllocateSlots.ResultOf(sorted, kernel);
    }

    private static void Serve(AllocationProblem problem, SlotKernel kernel, ClaimOrder order)
    {
        var queue = new ClaimQueue(order, AllocateSlots.AskingIn(problem), person => kernel.Served[person]);
        while (queue.TryTake(out var person))
        {
            if (kernel.TryServe(person))
            {
                queue.Claim(person, kernel.Served[person]);
            }
        }
    }

    /// <summary>The same options; those that a need may use only in the second pass stand last.</summary>
    private static AllocationProblem WithReservedLast(
        AllocationProblem problem, IReadOnlyList<int> reservedFor, IReadOnlyList<int> cohortOf, out int[] openEnd)
    {
        openEnd = new int[problem.Needs.Count];
        var cells = new int[problem.OptionCell.Length];
        for (var need = 0; need < problem.Needs.Count; need++)
        {
            var cohort = cohortOf[problem.PersonOf(need)];
            var (from, to) = (problem.OptionStart[need], problem.OptionStart[need + 1]);
            foreach (var cell in problem.OptionsOf(need))
            {
                // A member's own places come first, so that the open ones are left to others.
                _ = reservedFor[cell] != 0 && reservedFor[cell] != cohort ? cells[--to] = cell : cells[from++] = cell;
            }

            openEnd[need] = from;
            Array.Reverse(cells, from, problem.OptionStart[need + 1] - from);
        }

        return problem.WithOptions(cells);
    }
}
