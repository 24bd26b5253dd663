using PostMoney.Fairness.Claims;

namespace PostMoney.Fairness.Slots;

/// <summary>Gives out by class of need: no need of a class is served while one of a more pressing class could be instead.</summary>
/// <remarks>
/// Class by class, each with its own needs; a person's units of earlier classes count in the inner order and against the quota.
/// What a class was given stays with it: a served need may move to another cell and be exchanged for one of the same class,
/// person and group, but for nothing less pressing. P5 of allocation.md §2.5, with classes that belong to needs and not to people.
/// </remarks>
public static class AllocateByClass
{
    /// <summary>Gives out everything that can be given.</summary>
    /// <param name="problem">Needs of single cells.</param>
    /// <param name="classes">The class of each need after ageing (<see cref="ClassesFirst.Aged"/>); smaller is more pressing.</param>
    /// <param name="inner">The order inside a class.</param>
    /// <param name="caps">What communities may have together, or null.</param>
    public static Allocation Run(AllocationProblem problem, IReadOnlyList<int> classes, ClaimOrder inner, CommunityCaps? caps = null)
    {
        var split = Split(problem, classes, out var personOf, out var classOf);
        var kernel = new SlotKernel(split);
        var people = new PeopleOfClass(kernel, problem.People.Count);
        var run = new ClaimRun(people, caps);
        foreach (var one in classOf.Distinct().Order())
        {
            var claimants = Enumerable.Range(0, personOf.Length).Where(claimant => classOf[claimant] == one).ToList();
            TakeOffQuotas(split, kernel, claimants, personOf);
            claimants.ForEach(claimant => people.ClaimantOf[personOf[claimant]] = claimant);
            run.Run(inner, claimants.Select(claimant => personOf[claimant]), one);
            claimants.ForEach(kernel.Network.Freeze);
        }

        return AllocateSlots.ResultOf(split, kernel, run) with { Served = people.Served };
    }

    private static void TakeOffQuotas(AllocationProblem split, SlotKernel kernel, List<int> claimants, int[] personOf)
    {
        var used = new Dictionary<(int Person, long Family), int>();
        for (var group = 0; group < split.Group.Count; group++)
        {
            var key = (personOf[split.Group.Person[group]], split.Group.Family[group]);
            used[key] = used.GetValueOrDefault(key) + kernel.Network.UseOf(group);
        }

        var now = claimants.ToHashSet();
        for (var group = 0; group < split.Group.Count; group++)
        {
            if (now.Contains(split.Group.Person[group]))
            {
                var key = (personOf[split.Group.Person[group]], split.Group.Family[group]);
                kernel.Network.SetCap(group, split.Group.Cap[group] - used[key]);
            }
        }
    }

    /// <summary>The same needs, with a claimant for each person and class. Numbers of needs and cells stay.</summary>
    private static AllocationProblem Split(AllocationProblem problem, IReadOnlyList<int> classes, out int[] personOf, out int[] classOf)
    {
        var claimants = new SortedDictionary<(int Person, int Class), int>();
        var groups = new SortedDictionary<(int Person, int Class, int Group), int>();
        for (var need = 0; need < problem.Needs.Count; need++)
        {
            claimants[(problem.PersonOf(need), classes[need])] = 0;
            groups[(problem.PersonOf(need), classes[need], problem.Need.Group[need])] = 0;
        }

        var claimantAt = Numbered(claimants);
        var groupAt = Numbered(groups);
        personOf = [.. claimants.Keys.Select(key => key.Person)];
        classOf = [.. claimants.Keys.Select(key => key.Class)];
        return problem.With(
            [.. claimants.Keys.Select(key => problem.People[key.Person])],
            new AllocationProblem.Groups(
                [.. groups.Keys.Select(key => claimantAt[(key.Person, key.Class)])],
                [.. groups.Keys.Select(key => problem.Group.Family[key.Group])],
                [.. groups.Keys.Select(key => problem.Group.Cap[key.Group])]),
            [.. Enumerable.Range(0, problem.Needs.Count)
                .Select(need => groupAt[(problem.PersonOf(need), classes[need], problem.Need.Group[need])])]);
    }

    /// <summary>The people, each by the claimant that stands for them in the class at hand.</summary>
    private sealed class PeopleOfClass(SlotKernel kernel, int people) : IClaimKernel
    {
        public int[] ClaimantOf { get; } = new int[people];

        public int[] Served { get; } = new int[people];

        public bool TryServe(int person)
        {
            var isServed = kernel.TryServe(ClaimantOf[person]);
            Served[person] += isServed ? 1 : 0;
            return isServed;
        }
    }

    private static Dictionary<T, int> Numbered<T>(SortedDictionary<T, int> keys)
        where T : notnull
    {
        var numbers = new Dictionary<T, int>(keys.Count);
        foreach (var key in keys.Keys)
        {
            numbers.Add(key, numbers.Count);
        }

        return numbers;
    }
}
