using System.Diagnostics;
using PostMoney.Fairness.Claims;
using PostMoney.Fairness.Intervals;
using PostMoney.Fairness.Slots;
using PostMoney.Fairness.Transcripts;

namespace PostMoney.Fairness.Instances;

/// <summary>Shares out a whole instance under one of the orders that a transcript can cite.</summary>
public static class AllocateInstance
{
    /// <summary>Compiles, draws and measures.</summary>
    /// <param name="instance">What was read.</param>
    /// <param name="policy">One of <see cref="PolicyNames"/>.</param>
    /// <param name="seed">32 bytes.</param>
    public static Outcome Run(BenchInstance instance, string policy, byte[] seed)
    {
        var clock = Stopwatch.StartNew();
        var problem = CompileInstance.Run(instance);
        var compiled = clock.Elapsed;
        var access = CompileInstance.AccessIn(instance, problem);
        var order = OrderOf(instance, problem, access, policy, seed);
        var ownOrder = problem.IsSlotKind ? [] : Tickets.Places(seed, problem.Needs);
        var contention = problem.IsSlotKind ? null : Contention.AskedIn(problem);
        var keyed = clock.Elapsed;
        var allocation = contention is null
            ? AllocateSlots.Run(problem, order)
            : AllocateIntervals.Run(problem, order, contention, ownOrder);
        var drawn = clock.Elapsed;
        return new Outcome(
            problem, allocation, Figures.Of(problem, allocation, access, instance.UnitOfAccess), compiled, keyed - compiled, drawn - keyed);
    }

    /// <summary>The facts of an instance as a transcript shows them.</summary>
    /// <exception cref="ArgumentException">Its needs are not of one slot and one unit each.</exception>
    public static PublishedProblem Publish(BenchInstance instance, AllocationProblem problem)
    {
        if (instance.Kind != "slot")
        {
            throw new ArgumentException("A transcript of this format holds needs of one slot each.", nameof(instance));
        }

        var access = CompileInstance.AccessIn(instance, problem);
        var weights = instance.People.ToDictionary(person => person.Id, person => person.Weight, StringComparer.Ordinal);
        var arrived = instance.Needs.ToDictionary(need => need.Id, BatchOf, StringComparer.Ordinal);
        return WriteTranscript.Publish(
            problem, instance.Quota.Units,
            person => new PublishedPerson("", access[person], weights[problem.People[person]], person),
            need => arrived[problem.Needs[need]]);
    }

    private static ClaimOrder OrderOf(BenchInstance instance, AllocationProblem problem, long[] access, string policy, byte[] seed) => policy switch
    {
        PolicyNames.Leximin => new LeastAccessFirst(access, null, Tickets.PlacesOfPeople(seed, problem.People), instance.UnitOfAccess),
        PolicyNames.Lottery => PersonLottery.ByLogarithm(seed, problem.People, WeightsIn(instance, problem)),
        PolicyNames.NeedLottery => new NeedLottery(problem, Tickets.Places(seed, problem.Needs)),
        PolicyNames.FirstCome => new ByArrival(ArrivalsIn(instance, problem), Tickets.PlacesOfPeople(seed, problem.People)),
        PolicyNames.RoundRobin => new RoundRobin([.. Enumerable.Range(0, problem.People.Count)], 0, problem.People.Count),
        _ => throw new ArgumentOutOfRangeException(nameof(policy)),
    };

    private static int[] WeightsIn(BenchInstance instance, AllocationProblem problem)
    {
        var weights = instance.People.ToDictionary(person => person.Id, person => person.Weight, StringComparer.Ordinal);
        return [.. problem.People.Select(person => weights[person])];
    }

    /// <summary>The batches of each person's arrivals, one for each unit asked for.</summary>
    private static List<long>[] ArrivalsIn(BenchInstance instance, AllocationProblem problem)
    {
        var arrived = instance.Needs.ToDictionary(need => need.Id, BatchOf, StringComparer.Ordinal);
        List<long>[] own = [.. problem.People.Select(_ => new List<long>())];
        for (var need = 0; need < problem.Needs.Count; need++)
        {
            own[problem.PersonOf(need)].AddRange(Enumerable.Repeat(arrived[problem.Needs[need]], problem.UnitsOf(need)));
        }

        return own;
    }

    /// <summary>Needs of one hour arrive together.</summary>
    private static long BatchOf(BenchNeed need) => need.Submitted / 60;

    /// <summary>How it went.</summary>
    /// <param name="Problem">What was shared out.</param>
    /// <param name="Allocation">How.</param>
    /// <param name="Figures">Fill and evenness.</param>
    /// <param name="Compiling">Time.</param>
    /// <param name="Keying">Time.</param>
    /// <param name="Drawing">Time.</param>
    public sealed record Outcome(
        AllocationProblem Problem, Allocation Allocation, Figures Figures, TimeSpan Compiling, TimeSpan Keying, TimeSpan Drawing);
}
