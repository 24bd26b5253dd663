using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace PostMoney.Benchmarks.Functions;

/// <summary>Measures within this process: a project made for each benchmark would not be restored as ours are.</summary>
internal sealed class InThisProcess : ManualConfig
{
    internal InThisProcess()
    {
        AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(5).WithIterationCount(10));
        AddDiagnoser(MemoryDiagnoser.Default);
        AddColumnProvider(DefaultColumnProviders.Instance);

        // Steadier than the mean where others use the machine.
        AddColumn(StatisticColumn.Min);
        AddLogger(ConsoleLogger.Default);
        AddExporter(MarkdownExporter.GitHub);
        HideColumns("Job", "Toolchain", "IterationCount", "WarmupCount", "RatioSD", "Error");
    }
}
