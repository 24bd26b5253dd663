using System.Globalization;
using System.Security.Cryptography;
using PostMoney.Fairness;
using PostMoney.Fairness.Claims;
using PostMoney.Fairness.Instances;
using PostMoney.Fairness.Intervals;
using PostMoney.Fairness.Slots;

namespace PostMoney.Benchmarks.Allocation;

/// <summary>One run of an instance from its rows to who is served, and what it took.</summary>
internal sealed class MeasuredRound(BenchInstance instance)
{
    internal const string Leximin = "least access first";
    internal const string Lottery = "lottery";

    private static readonly byte[] _seed = SHA256.HashData("alloc-bench/1 seed 0"u8);

    /// <summary>The orders that are measured.</summary>
    internal static IEnumerable<string> Kinds => [Lottery, Leximin];

    private bool IsSlotKind => instance.Kind is "slot" or "flow";

    internal Measured Run(string kind)
    {
        ProcessMemory.ForgetMost();
        var (before, atStart) = (GC.GetTotalMemory(forceFullCollection: true), ProcessMemory.Now);
        var start = Processor();
        var problem = CompileInstance.Run(instance);
        var compiled = Processor();
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        var access = CompileInstance.AccessIn(instance, problem);
        var keysFrom = Processor();
        var (order, contention, own) = KeysOf(problem, access, kind);
        var kernelFrom = Processor();
        var allocation = IsSlotKind ? AllocateSlots.Run(problem, order) : AllocateIntervals.Run(problem, order, contention!, own);
        var end = Processor();
        var pass = Pass(problem);
        var figures = Figures.Of(problem, allocation, access, instance.UnitOfAccess);
        return new Measured(
            compiled - start, kernelFrom - keysFrom, end - kernelFrom, pass, figures.Fill, figures.LeximinHash, problem.OptionCount,
            bytes, Math.Max(0, ProcessMemory.Most - atStart) / 1e6);
    }

    private (ClaimOrder Order, Contention? Contention, int[]? Own) KeysOf(AllocationProblem problem, long[] access, string kind)
    {
        var places = IsSlotKind ? null : Tickets.Places(_seed, problem.Needs);
        var contention = IsSlotKind ? null : Contention.AskedIn(problem);
        return (kind, places) switch
        {
            (Leximin, _) => (new LeastAccessFirst(access, null, Tickets.PlacesOfPeople(_seed, problem.People), instance.UnitOfAccess), contention, places),
            (_, null) => (PersonLottery.ByLogarithm(_seed, problem.People, [.. problem.People.Select(_ => 1)]), null, null),
            _ => (new NeedLottery(problem, places), contention, places),
        };
    }

    /// <summary>The least that anything which looks at every option once could take.</summary>
    private static double Pass(AllocationProblem problem)
    {
        var (start, sum) = (Processor(), 0L);
        for (var again = 0; again < 8; again++)
        {
            for (var need = 0; need < problem.Needs.Count; need++)
            {
                foreach (var cell in problem.OptionsOf(need))
                {
                    sum += problem.CapacityOf(cell);
                }
            }
        }

        GC.KeepAlive(sum.ToString(CultureInfo.InvariantCulture));
        return Math.Max((Processor() - start) / 8, 1e-7);
    }

    // Of the process: what the collector and the compiler do meanwhile counts.
    internal static double Processor() => Environment.CpuUsage.TotalTime.TotalSeconds;
}

/// <summary>What a run took; seconds of processor time, bytes, megabytes.</summary>
internal sealed record Measured(
    double Compile, double Keys, double Kernel, double Pass, long Fill, string LeximinHash, long Options, double BytesOfProblem, double MostMemory)
{
    internal Measured LesserOf(Measured other) => this with
    {
        Compile = Math.Min(Compile, other.Compile),
        Keys = Math.Min(Keys, other.Keys),
        Kernel = Math.Min(Kernel, other.Kernel),
        Pass = Math.Min(Pass, other.Pass),
        MostMemory = Math.Min(MostMemory, other.MostMemory),
    };
}
