using System.Globalization;
using PostMoney.Benchmarks.Node;

namespace PostMoney.Benchmarks.Federation;

/// <summary>Measures a published node among other servers, beside a bare page or the bare work in the same run.</summary>
internal static class MeasureFederation
{
    /// <summary>Measures all and prints the table.</summary>
    /// <returns>0 where every limit holds, otherwise 1.</returns>
    internal static async Task<int> ExecuteAsync(string[] args)
    {
        var (web, bare, loopback) = await ProgramsAsync(args);
        var rounds = int.Parse(MeasureNode.ValueOf(args, "rounds") ?? "5", CultureInfo.InvariantCulture);
        var place = Directory.CreateTempSubdirectory("postmoney-federation-measured-").FullName;
        try
        {
            Task<RunningProgram> StartAsync(FederatedFolder folder) => RunningProgram.StartAsync(
                web, address => ["serve", .. OptionsOf(folder, address)], "/home", folder.Headers);

            Task<RunningProgram> StartBareAsync() =>
                RunningProgram.StartAsync(bare, address => [Path.Combine(place, "bare.db"), address], "/");

            Task<RunningProgram> StartLoopbackAsync(FederatedFolder folder, string certificate) => RunningProgram.StartAsync(
                loopback, address => [certificate, .. OptionsOf(folder, address)], "/home", folder.Headers);

            var findings = new Findings();
            (string Name, Func<Task> Measure)[] parts =
            [
                ("inbox", () => MeasureInbox.ExecuteAsync(findings, StartAsync, place, rounds)),
                ("documents", () => MeasureDocuments.ExecuteAsync(findings, StartAsync, StartBareAsync, place, rounds)),
                ("home", () => MeasureHome.ExecuteAsync(findings, StartAsync, StartBareAsync, place, rounds)),
                ("deliveries", () => MeasureDeliveries.ExecuteAsync(findings, StartLoopbackAsync, place)),
            ];
            var only = MeasureNode.ValueOf(args, "only")?.Split(',');
            foreach (var (name, measure) in parts.Where(part => only?.Contains(part.Name) is not false))
            {
                Console.Error.WriteLine($"{name}, at a load of {File.ReadAllText("/proc/loadavg").Split(' ')[0]} …");
                await measure();
            }

            findings.Print();
            return findings.AllHold ? 0 : 1;
        }
        finally
        {
            Directory.Delete(place, recursive: true);
        }
    }

    // As behind a proxy on this machine, which has taken TLS off.
    private static string[] OptionsOf(FederatedFolder folder, string address) =>
        ["--data", folder.Path, "--urls", address, "--origin", FederatedFolder.Origin, "--proxy", "127.0.0.1"];

    private static async Task<(string Web, string Bare, string Loopback)> ProgramsAsync(string[] args) =>
        MeasureNode.ValueOf(args, "program") is { } web && MeasureNode.ValueOf(args, "bare") is { } bare && MeasureNode.ValueOf(args, "loopback") is { } loopback
            ? (web, bare, loopback)
            : await PublishPrograms.AllAsync();
}
