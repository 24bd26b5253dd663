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
    /// <param name="caps">What communities may have together, or null.</param>
    public static Allocation Run(
        AllocationProblem problem, IReadOnlyList<int> reservedFor, IReadOnlyList<int> cohortOf, ClaimOrder order, CommunityCaps? caps = null)
    {
        var sorted = ReservedOptions.Last(problem, reservedFor, cohortOf, out var openEnd);
        var kernel = new SlotKernel(sorted);
        var run = new ClaimRun(kernel, caps);
        openEnd.CopyTo(kernel.Network.OptionEnd, 0);
        run.Run(order, AllocateSlots.AskingIn(sorted), stage: 0);
        sorted.OptionStart.AsSpan(1).CopyTo(kernel.Network.OptionEnd);
        kernel.Reopen();
        run.Run(order, AllocateSlots.AskingIn(sorted), stage: 1);
        return AllocateSlots.ResultOf(sorted, kernel, run);
    }
}
