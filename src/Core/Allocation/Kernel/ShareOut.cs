using PostMoney.Core.Allocation.Policies;
using PostMoney.Fairness.Claims;
using PostMoney.Fairness.Intervals;
using PostMoney.Fairness.Slots;

namespace PostMoney.Core.Allocation.Kernel;

/// <summary>Gives a round out by the kernel that suits it, in one of the four ways that policies know.</summary>
/// <remarks>Which free unit is taken follows each need's own order of options, which is made of what was known before the round.</remarks>
internal static class ShareOut
{
    private const int MostCells = 10_000;
    private const int FewestLooks = 40;

    /// <summary>Under one order of claims.</summary>
    public static Fairness.Allocation ByOrder(RoundProblem round, ClaimOrder order) => round.Problem.IsSlotKind
        ? AllocateSlots.Run(round.Problem, order, round.NewCaps())
        : AllocateIntervals.Run(round.Problem, order, Contention.None, null, round.NewCaps(), EffortOf(round));

    /// <summary>By class of need, and under an order inside each class.</summary>
    public static Fairness.Allocation ByClass(RoundProblem round, ClaimOrder inner) => round.Problem.IsSlotKind
        ? AllocateByClass.Run(round.Problem, ClassesOf(round), inner, round.NewCaps())
        : AllocateIntervals.RunByClass(round.Problem, ClassesOf(round), inner, Contention.None, null, round.NewCaps(), EffortOf(round));

    /// <summary>With reserved units for people of a cohort.</summary>
    public static Fairness.Allocation WithReserves(RoundProblem round, ClaimOrder order)
    {
        int[] cohorts = [.. round.People.Select(person => person.IsOfCohort ? 1 : 0)];
        return round.Problem.IsSlotKind
            ? AllocateWithReserves.Run(round.Problem, round.ReservedCells, cohorts, order, round.NewCaps())
            : AllocateIntervals.RunWithReserves(
                round.Problem, (round.ReservedCells, cohorts), order, Contention.None, null, round.NewCaps(), EffortOf(round));
    }

    /// <summary>Along a tree of communities and people.</summary>
    public static Fairness.Allocation ByTree(RoundProblem round, ShareTree tree, Func<int, long> amount) => round.Problem.IsSlotKind
        ? AllocateByTree.Run(round.Problem, tree, amount, round.NewCaps())
        : AllocateIntervals.RunByTree(round.Problem, tree, amount, Contention.None, null, round.NewCaps(), EffortOf(round));

    /// <summary>The class of each need of the problem.</summary>
    public static int[] ClassesOf(RoundProblem round) =>
        [.. Enumerable.Range(0, round.Problem.Needs.Count).Select(need => round.Terms.Policy.ClassOf(round.NeedOf(need)))];

    // Each look costs as much as uses are long.
    private static Effort EffortOf(RoundProblem round) =>
        new(round.Terms.Policy.Parameters[SharedParameters.Moves], Math.Clamp(MostCells / round.CellsOfAUse, FewestLooks, Effort.Usual.Looks));
}
