using PostMoney.Fairness.Claims;

namespace PostMoney.Fairness.Intervals;

/// <summary>Runs a round of uses that may take several cells to its end.</summary>
/// <remarks>Bounded search: what was promised stays promised, but no fill is guaranteed, and so no minimum is either where places are reserved.</remarks>
public static class AllocateIntervals
{
    /// <summary>Gives out what the bounded search finds room for, under one order of claims.</summary>
    /// <param name="problem">Any problem whose needs are not divided.</param>
    /// <param name="order">The policy.</param>
    /// <param name="contention">Where uses are least in the way.</param>
    /// <param name="ownOrder">Places in which a person's own needs are tried, or null for their names.</param>
    /// <param name="caps">What communities may have together, or null.</param>
    /// <param name="effort">How hard it tries to make room; null for the usual.</param>
    /// <exception cref="ArgumentException">A need asks for several units.</exception>
    public static Allocation Run(
        AllocationProblem problem, ClaimOrder order, Contention contention, int[]? ownOrder = null,
        CommunityCaps? caps = null, Effort? effort = null)
    {
        var kernel = KernelOf(problem, contention, ownOrder, effort);
        var run = new ClaimRun(kernel, caps);
        run.Run(order, AskingIn(problem));
        Fill(problem, kernel, run, order);
        return ResultOf(problem, kernel, run);
    }

    /// <summary>The same by class of need: a class claims when all more pressing ones are done.</summary>
    /// <param name="problem">Any problem whose needs are not divided.</param>
    /// <param name="classes">The class of each need; smaller is more pressing.</param>
    /// <param name="inner">The order inside a class.</param>
    /// <param name="contention">Where uses are least in the way.</param>
    /// <param name="ownOrder">Places in which a person's own needs are tried, or null for their names.</param>
    /// <param name="caps">What communities may have together, or null.</param>
    /// <param name="effort">How hard it tries to make room; null for the usual.</param>
    public static Allocation RunByClass(
        AllocationProblem problem, IReadOnlyList<int> classes, ClaimOrder inner, Contention contention, int[]? ownOrder = null,
        CommunityCaps? caps = null, Effort? effort = null)
    {
        var kernel = KernelOf(problem, contention, ownOrder, effort);
        var run = new ClaimRun(kernel, caps);
        foreach (var one in classes.Distinct().Order())
        {
            var people = Enumerable.Range(0, problem.Needs.Count).Where(need => classes[need] == one).Select(problem.PersonOf).Distinct();
            kernel.IsOpen = need => classes[need] == one;
            run.Run(inner, people.ToList(), one);
        }

        Fill(problem, kernel, run, inner, classes);
        return ResultOf(problem, kernel, run);
    }

    /// <summary>The same with places reserved for cohorts in a first pass.</summary>
    /// <param name="problem">Any problem whose needs are not divided. A reserved unit is an offer of its own.</param>
    /// <param name="reserves">For each cell the cohort it is reserved for, and the cohort of each person; 0 for none.</param>
    /// <param name="order">The policy.</param>
    /// <param name="contention">Where uses are least in the way.</param>
    /// <param name="ownOrder">Places in which a person's own needs are tried, or null for their names.</param>
    /// <param name="caps">What communities may have together, or null.</param>
    /// <param name="effort">How hard it tries to make room; null for the usual.</param>
    public static Allocation RunWithReserves(
        AllocationProblem problem, (IReadOnlyList<int> OfCell, IReadOnlyList<int> OfPerson) reserves, ClaimOrder order, Contention contention,
        int[]? ownOrder = null, CommunityCaps? caps = null, Effort? effort = null)
    {
        var sorted = ReservedOptions.Last(problem, reserves.OfCell, reserves.OfPerson, out var openEnd);
        var kernel = KernelOf(sorted, contention, ownOrder, effort);
        var run = new ClaimRun(kernel, caps);
        openEnd.CopyTo(kernel.OptionEnd, 0);
        run.Run(order, AskingIn(sorted), stage: 0);
        kernel.Reopen();
        run.Run(order, AskingIn(sorted), stage: 1);
        Fill(sorted, kernel, run, order);
        return ResultOf(sorted, kernel, run);
    }

    /// <summary>The same along a fair-share tree.</summary>
    /// <param name="problem">Any problem whose needs are not divided.</param>
    /// <param name="tree">Every person with a need stands in it once; it is used up.</param>
    /// <param name="amount">What one use of a person adds to usage.</param>
    /// <param name="contention">Where uses are least in the way.</param>
    /// <param name="ownOrder">Places in which a person's own needs are tried, or null for their names.</param>
    /// <param name="caps">What communities may have together, or null.</param>
    /// <param name="effort">How hard it tries to make room; null for the usual.</param>
    public static Allocation RunByTree(
        AllocationProblem problem, ShareTree tree, Func<int, long> amount, Contention contention, int[]? ownOrder = null,
        CommunityCaps? caps = null, Effort? effort = null)
    {
        var kernel = KernelOf(problem, contention, ownOrder, effort);
        var run = new ClaimRun(kernel, caps);
        run.Run(tree, amount);
        Fill(problem, kernel, run, new AsRefused(problem, run.Claims));
        return ResultOf(problem, kernel, run);
    }

    private static IntervalKernel KernelOf(AllocationProblem problem, Contention contention, int[]? ownOrder, Effort? effort)
    {
        if (problem.Need.Units.Any(units => units != 1))
        {
            throw new ArgumentException("A need asks for several units.", nameof(problem));
        }

        var kernel = new IntervalKernel(problem, contention, effort ?? Effort.Usual);
        if (ownOrder is not null)
        {
            kernel.OrderOwn(ownOrder);
        }

        return kernel;
    }

    /// <summary>A use that moved may have left something free that was refused before; it is given out now, and nothing moves any more.</summary>
    private static void Fill(AllocationProblem problem, IntervalKernel kernel, ClaimRun run, ClaimOrder order, IReadOnlyList<int>? classes = null)
    {
        if (!kernel.HasMoved)
        {
            return;
        }

        kernel.IsSettled = true;
        var stage = run.Claims.Max(claim => claim.Stage) + 1;
        foreach (var one in classes?.Distinct().Order() ?? Enumerable.Repeat(0, 1))
        {
            kernel.IsOpen = classes is null ? null : need => classes[need] == one;
            run.Fill(order, AskingIn(problem), stage++);
        }
    }

    private static IEnumerable<int> AskingIn(AllocationProblem problem) => problem.Group.Person.Distinct();

    private static Allocation ResultOf(AllocationProblem problem, IntervalKernel kernel, ClaimRun run)
    {
        var given = new List<Given>();
        for (var need = 0; need < problem.Needs.Count; need++)
        {
            if (kernel.Board.OptionOf(need) is var option and >= 0)
            {
                given.Add(new Given(need, problem.OptionCell[option], 1, problem.LengthOf(option)));
            }
        }

        return new Allocation(kernel.Served, given) { Claims = run.Claims };
    }

    /// <summary>In the order in which people were refused.</summary>
    private sealed class AsRefused : ClaimOrder
    {
        private readonly int[] _places;

        public AsRefused(AllocationProblem problem, IReadOnlyList<Claimed> claims)
        {
            _places = new int[problem.People.Count];
            for (var place = 0; place < claims.Count; place++)
            {
                _places[claims[place].Person] = place;
            }
        }

        public override ClaimKey KeyOf(int person, int granted) => new(0, 0, 1, _places[person]);
    }
}
