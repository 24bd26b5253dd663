using PostMoney.Fairness.Claims;

namespace PostMoney.Fairness.Slots;

/// <summary>Gives out along a fair-share tree.</summary>
public static class AllocateByTree
{
    /// <summary>Gives out everything that can be given.</summary>
    /// <param name="problem">Needs of single cells.</param>
    /// <param name="tree">Every person with a need stands in it once; it is used up.</param>
    /// <param name="amount">What one unit of a person adds to usage.</param>
    /// <param name="caps">What communities may have together, or null.</param>
    public static Allocation Run(AllocationProblem problem, ShareTree tree, Func<int, long> amount, CommunityCaps? caps = null)
    {
        var kernel = new SlotKernel(problem);
        var run = new ClaimRun(kernel, caps);
        run.Run(tree, amount);
        return AllocateSlots.ResultOf(problem, kernel, run);
    }
}
