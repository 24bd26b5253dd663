using PostMoney.Benchmarks.Node;
using PostMoney.Fairness.Instances;

namespace PostMoney.Benchmarks.Allocation;

/// <summary>Measures the allocator on instances of alloc-bench/1: processor time, fill against anchors, memory.</summary>
internal static class MeasureAllocation
{
    /// <summary>Measures all and prints the table.</summary>
    /// <returns>0 where every limit holds, otherwise 1.</returns>
    internal static int Execute(string[] args)
    {
        var only = MeasureNode.ValueOf(args, "only")?.Split(',');
        var files = FilesOf(args).Where(file => only?.Contains(InstanceName.Of(file).Scenario) is not false);
        var table = new AllocationTable();
        foreach (var file in files)
        {
            Console.Error.WriteLine($"{InstanceName.Of(file)}, at a load of {File.ReadAllText("/proc/loadavg").Split(' ')[0]} …");
            Measure(table, file);
        }

        table.Print();
        return table.AllHold ? 0 : 1;
    }

    private static IEnumerable<string> FilesOf(string[] args)
    {
        var named = args.Skip(1).TakeWhile(arg => !arg.StartsWith("--", StringComparison.Ordinal)).ToArray();
        return named.Length > 0
            ? named
            : Directory.EnumerateFiles(Path.Combine(Anchor.Folder ?? throw new InvalidOperationException("Name a file."), "instances")).Order(StringComparer.Ordinal);
    }

    private static void Measure(AllocationTable table, string file)
    {
        var (name, instance) = (InstanceName.Of(file), BenchInstance.Read(file));
        var anchor = Anchor.Of(name);
        var round = new MeasuredRound(instance);

        // Of small ones the least of many, after what has to be compiled is compiled.
        var times = name.Size switch { <= 100 => 300, <= 10_000 => 3, _ => 1 };
        foreach (var kind in MeasuredRound.Kinds)
        {
            var best = round.Run(kind);
            for (var time = 1; time < times; time++)
            {
                best = best.LesserOf(round.Run(kind));
            }

            table.Add(name, kind, best, anchor);
        }

        if (instance.Kind == "slot")
        {
            var (seconds, read) = MeasuredVerifier.Run(instance, times);
            table.AddVerifier(name, seconds, read);
        }
    }
}
