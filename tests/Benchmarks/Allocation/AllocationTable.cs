using System.Globalization;

namespace PostMoney.Benchmarks.Allocation;

/// <summary>What was measured of the allocator, a line for each instance and order, that can be put into a page.</summary>
internal sealed class AllocationTable
{
    private const string Head = "| instance | order | compile | keys | kernel | all three | bar | × a pass over all options | fill | of the most | bytes an option | most memory | holds |";

    private readonly List<string> _lines = [];

    /// <summary>Whether every bar holds.</summary>
    internal bool AllHold { get; private set; } = true;

    internal void Add(InstanceName name, string kind, Measured measured, Anchor? anchor)
    {
        var (all, bar) = (measured.Compile + measured.Keys + measured.Kernel, Bars.SecondsFor(name, kind));
        var isLarge = name.Size >= 10_000;
        List<string> missed = [];
        Note(missed, all <= bar, "time");
        Note(missed, anchor is null || measured.Fill >= anchor.BarFor(kind), "fill");
        Note(missed, anchor?.LeximinHash is not { } hash || kind != MeasuredRound.Leximin || hash == measured.LeximinHash, "access");
        Note(missed, !isLarge || measured.MostMemory <= (measured.Options * 16 / 1e6) + 400, "memory");
        Add(FormattableString.Invariant(
            $"| {name} | {kind} | {Ms(measured.Compile)} | {Ms(measured.Keys)} | {Ms(measured.Kernel)} | {Ms(all)} ms | {Ms(bar)} ms | {all / measured.Pass:0} | {measured.Fill} | {(anchor is null ? "" : (100.0 * measured.Fill / anchor.LargestFill).ToString("0.0", CultureInfo.InvariantCulture))} % | {(isLarge ? (measured.BytesOfProblem / measured.Options).ToString("0.0", CultureInfo.InvariantCulture) : "")} | {measured.MostMemory:0} MB | {Word(missed)} |"));
    }

    internal void AddVerifier(InstanceName name, double seconds, double read)
    {
        List<string> missed = [];
        Note(missed, seconds <= Bars.SecondsToVerify(name), "time");
        Add($"| {name} | a transcript checked | | | | {Ms(seconds)} ms | {Ms(Bars.SecondsToVerify(name))} ms | {(seconds / read).ToString("0", CultureInfo.InvariantCulture)} × reading its JSON | | | | | {Word(missed)} |");
    }

    internal void Print()
    {
        Console.WriteLine(Head);
        Console.WriteLine("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |");
        _lines.ForEach(Console.WriteLine);
    }

    private void Note(List<string> missed, bool holds, string what)
    {
        if (!holds)
        {
            missed.Add(what);
            AllHold = false;
        }
    }

    private void Add(string line)
    {
        _lines.Add(line);
        Console.Error.WriteLine(line);
    }

    private static string Word(List<string> missed) => missed.Count == 0 ? "yes" : $"**no**: {string.Join(", ", missed)}";

    private static string Ms(double seconds) =>
        (seconds * 1000).ToString(seconds < .1 ? "0.00" : "0", CultureInfo.InvariantCulture);
}
