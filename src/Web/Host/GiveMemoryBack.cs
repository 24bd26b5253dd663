using System.Runtime;

namespace PostMoney.Web.Host;

/// <summary>Gives back, once, what only a start needed: the model's building blocks, routes, what was read to be thrown away.</summary>
/// <remarks>The collector would keep it for later allocations, which a small community may not make for days.</remarks>
internal sealed class GiveMemoryBack(TimeProvider clock) : BackgroundService
{
    // After the first visits and the first sweep, which make the queries that all later ones use.
    private static readonly TimeSpan _afterStart = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(_afterStart, clock, stoppingToken);
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
