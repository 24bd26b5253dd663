using System.Diagnostics;
using PostMoney.Benchmarks.Node;

namespace PostMoney.Benchmarks.Federation;

/// <summary>Ten thousand deliveries to two hundred servers, half of which do not take them, and pages read meanwhile.</summary>
internal static class MeasureDeliveries
{
    private const int Activities = 50;
    private const double Megabyte = 1_000_000;

    internal static async Task ExecuteAsync(
        Findings findings, Func<FederatedFolder, string, Task<RunningProgram>> start, string place)
    {
        var folder = await FederatedFolder.MakeAsync(Path.Combine(place, "deliveries"), Activities);
        await using var others = OtherServers.Start(place);
        Write(folder, others);
        await using var node = await start(folder, others.CertificateFile);
        var watch = Stopwatch.StartNew();
        var pages = new List<double>();
        var before = node.Processor;
        while (others.Taken < OtherServers.Alive * Activities && watch.Elapsed < TimeSpan.FromMinutes(6))
        {
            var began = Stopwatch.GetTimestamp();
            _ = await node.Client.GetByteArrayAsync("/home");
            pages.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            await Task.Delay(50);
        }

        var (time, cost) = (watch.Elapsed, (node.Processor - before).TotalMilliseconds);
        Console.Error.WriteLine($"{others.Taken} taken after {time}, {pages.Count} pages read.");
        pages.Sort();
        findings.Add("10,000 deliveries to 200 servers, until the living hundred have all of theirs", "s", time.TotalSeconds, limit: 300);
        findings.Add("processor time of a delivery that arrived, with pages read meanwhile", "ms", cost / others.Taken);
        findings.Add("a page meanwhile, 99 of 100 are faster", "ms", pages[pages.Count * 99 / 100], limit: 300);
        await Task.Delay(TimeSpan.FromSeconds(60));
        findings.Add("most memory", "MB", node.MostResident / Megabyte, limit: 256);
        findings.Add("tries at the silent half in the first minutes, on the average of a server", "", Tries(folder) / (OtherServers.All - OtherServers.Alive));
    }

    private static void Write(FederatedFolder folder, OtherServers others) => folder.Write(connection =>
    {
        FederatedFolder.Run(connection, "CREATE TEMP TABLE hosts (number INTEGER PRIMARY KEY, host TEXT)");
        for (var number = 0; number < OtherServers.All; number++)
        {
            FederatedFolder.Run(connection, "INSERT INTO hosts VALUES ($number, $host)", ("$number", number), ("$host", others.Host(number)));
        }

        FederatedFolder.Run(
            connection,
            """
            INSERT INTO deliveries (id, activity_id, inbox, host, state, attempts, due_at, created_at)
            SELECT substr(a.id, 1, 24) || printf('%012x', h.number), a.id, 'https://' || h.host || '/inbox', h.host, 'waiting', 0, $now, $now
            FROM outbox_activities AS a, hosts AS h
            """,
            ("$now", TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()));
    });

    private static double Tries(FederatedFolder folder) => folder.Count("SELECT sum(attempts) FROM deliveries");
}
