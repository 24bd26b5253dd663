using System.Globalization;

namespace PostMoney.Benchmarks.Allocation;

/// <summary>How much memory this process holds, as the kernel counts it.</summary>
internal static class ProcessMemory
{
    internal static double Now => Line("VmRSS:");

    internal static double Most => Line("VmHWM:");

    /// <summary>Begins to look for the most anew (5 written to clear_refs; proc(5)).</summary>
    internal static void ForgetMost()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        File.WriteAllText("/proc/self/clear_refs", "5");
    }

    private static double Line(string name) => File.ReadLines("/proc/self/status")
        .Where(line => line.StartsWith(name, StringComparison.Ordinal))
        .Select(line => double.Parse(line[name.Length..].Trim().Split(' ')[0], CultureInfo.InvariantCulture) * 1024)
        .First();
}
