using System.Diagnostics;
using System.Globalization;

namespace PostMoney.ActivityStreams.Tests.Fuzzing;

/// <summary>What one call has cost, and how much that may be.</summary>
internal readonly record struct Cost(TimeSpan Time, long Bytes)
{
    private const int Repetitions = 12;

    private const long MostBytes = 32 * 1_048_576;

#if DEBUG
    // Code that was not optimised takes some times as long.
    private static readonly TimeSpan _mostTime = TimeSpan.FromMilliseconds(500);
#else
    private static readonly TimeSpan _mostTime = TimeSpan.FromMilliseconds(100);
#endif

    public bool IsTooHigh => Time > _mostTime || Bytes > MostBytes;

    /// <summary>The cost of a call; of one that seems too high the least of several, as the machine may have been busy or compiling.</summary>
    public static Cost Of(Action call)
    {
        // A thread never has more of a processor than of the clock on the wall, which is quicker to ask.
        var cost = Once(call, () => Stopwatch.GetElapsedTime(0));
        for (var again = 0; cost.IsTooHigh && again < Repetitions; again++)
        {
            var other = Once(call, Processor);
            cost = new Cost(other.Time < cost.Time ? other.Time : cost.Time, Math.Min(other.Bytes, cost.Bytes));
        }

        return cost;
    }

    /// <inheritdoc />
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Time.TotalMilliseconds:F0} ms, {Bytes / 1_048_576.0:F1} MiB");

    private static Cost Once(Action call, Func<TimeSpan> clock)
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var started = clock();
        call();
        return new Cost(clock() - started, GC.GetAllocatedBytesForCurrentThread() - bytes);
    }

    // Linux alone tells the processor time of one thread; the first number is in nanoseconds.
    private static TimeSpan Processor() => OperatingSystem.IsLinux()
        ? TimeSpan.FromMicroseconds(long.Parse(File.ReadAllText("/proc/thread-self/schedstat").Split(' ')[0], CultureInfo.InvariantCulture) / 1_000.0)
        : Stopwatch.GetElapsedTime(0);
}
