using PostMoney.Fairness.Claims;

namespace PostMoney.Fairness.Slots;

/// <summary>Gives out along a fair-share tree.</summary>
public static class AllocateByTree
{
    /// <summary>Gives out everything that can be given.</summary>
    /// <param name="problem">Needs of single cells.</param>
    /// <param name="tree">Every person with a need stands in it once; it is used up.</param>
    /// <param name="amount">What one unit of a person adds to usage.</param>
    public static Allocation Run(AllocationProblem problem, ShareTree tree, Func<int, long> amount)
    {
        var kernel = new SlotKernel(problem);
        for (var person = tree.Next(); person >= 0; person = tree.Next())
        {
            if (kernel.TryServe(person))
            {
                tree.Use(person, amount(person));
            }
            else
            {
                tree.Close(person);
            }
        }

        return AllocateSlots.ResultOf(problem, kernel);
    }
}
