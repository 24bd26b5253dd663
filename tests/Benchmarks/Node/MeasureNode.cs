using System.Globalization;
using System.Text.RegularExpressions;

namespace PostMoney.Benchmarks.Node;

/// <summary>Measures a published node as a process of its own, beside a bare page of Razor and EF Core in the same run.</summary>
internal static partial class MeasureNode
{
    private const int Few = 1_000;
    private const int Many = 100_000;
    private const int WarmUp = 4_000;
    private const int RequestsInRound = 1_000;
    private const int Readers = 4;
    private const int ConcurrentReaders = 16;
    private const int Starts = 7;
    private const double Megabyte = 1_000_000;

    /// <summary>Measures all and prints the table.</summary>
    /// <returns>0 where every limit holds, otherwise 1.</returns>
    internal static async Task<int> ExecuteAsync(string[] args)
    {
        var programs = ValueOf(args, "program") is { } node && ValueOf(args, "bare") is { } bare
            ? (Node: node, Bare: bare)
            : await PublishPrograms.ExecuteAsync();
        var rounds = int.Parse(ValueOf(args, "rounds") ?? "7", CultureInfo.InvariantCulture);
        var place = ValueOf(args, "data") ?? Directory.CreateTempSubdirectory("postmoney-measured-").FullName;
        try
        {
            var findings = new Findings();
            var few = await NodeAsync(programs.Node, place, Few);
            var many = await NodeAsync(programs.Node, place, Many);
            Startable page = new(programs.Bare, address => [Path.Combine(place, "bare.db"), address], null);
            (string Name, Func<Task> Measure)[] parts =
            [
                ("start", () => MeasureStartAsync(findings, few, page)),
                ("idle", () => MeasureIdleAsync(findings, few, page)),
                ("load", () => MeasureLoadedAsync(findings, many, page)),
                ("requests", () => MeasureRequestsAsync(findings, few, many, page, rounds)),
                ("grants", () => MeasureGrants.ExecuteAsync(findings)),
            ];
            var only = ValueOf(args, "only")?.Split(',');
            foreach (var (name, measure) in parts.Where(part => only?.Contains(part.Name) is not false))
            {
                Say($"{name}, at a load of {File.ReadAllText("/proc/loadavg").Split(' ')[0]} …");
                await measure();
            }

            findings.Print();
            return findings.AllHold ? 0 : 1;
        }
        finally
        {
            if (ValueOf(args, "data") is null)
            {
                Directory.Delete(place, recursive: true);
            }
        }
    }

    private static async Task<Startable> NodeAsync(string program, string place, int items)
    {
        var data = Path.Combine(place, items.ToString(CultureInfo.InvariantCulture));
        var cookie = Path.Combine(data, "cookie");
        if (!File.Exists(cookie))
        {
            Say(string.Create(CultureInfo.InvariantCulture, $"Making a node with {items} items …"));
            Directory.CreateDirectory(data);
            await File.WriteAllTextAsync(cookie, $"s={await PrepareNode.ExecuteAsync(data, items)}");
        }

        return new Startable(program, address => ["serve", "--data", data, "--urls", address], await File.ReadAllTextAsync(cookie));
    }

    // Wall time on a shared machine tells what others did, so the best of several is taken, and processor time is told beside it.
    private static async Task MeasureStartAsync(Findings findings, Startable node, Startable page)
    {
        var (wall, processor) = await StartsAsync(node, "/healthz");
        var (bareWall, bareProcessor) = await StartsAsync(page, "/");
        findings.Add($"start to first answer, best of {Starts}", "s", wall, bareWall, 1.2);
        findings.Add($"processor time of that, least of {Starts}", "s", processor, bareProcessor);
        findings.Add($"start to a signed-in timeline, best of {Starts}", "s", (await StartsAsync(node, "/")).Wall, bareWall);
    }

    private static async Task<(double Wall, double Processor)> StartsAsync(Startable what, string path)
    {
        var (wall, processor) = (double.MaxValue, double.MaxValue);
        for (var number = 0; number < Starts; number++)
        {
            await using var running = await what.StartAsync(path);
            wall = Math.Min(wall, running.FirstAnswer.TotalSeconds);
            processor = Math.Min(processor, running.FirstAnswerProcessor.TotalSeconds);
        }

        return (wall, processor);
    }

    // After some pages, and after the scheduler has done its round.
    private static async Task MeasureIdleAsync(Findings findings, Startable node, Startable page)
    {
        await using var bare = await page.StartAsync("/");
        await using var running = await node.StartAsync("/");
        await bare.ReadAsync("/", 20, 1);
        await running.ReadAsync("/", 20, 1);
        await Task.Delay(TimeSpan.FromSeconds(20));
        findings.Add("memory idle", "MB", running.Resident / Megabyte, bare.Resident / Megabyte, 150);
    }

    private static async Task MeasureLoadedAsync(Findings findings, Startable node, Startable page)
    {
        await using var bare = await page.StartAsync("/");
        await using var running = await node.StartAsync("/");
        await bare.ReadAsync("/", WarmUp * 2, ConcurrentReaders);
        await running.ReadAsync("/", WarmUp * 2, ConcurrentReaders);
        findings.Add("most memory with 100,000 items and 16 readers", "MB", running.MostResident / Megabyte, bare.MostResident / Megabyte, 220);
    }

    // In turns, so that whatever else the machine does happens to all alike.
    private static async Task MeasureRequestsAsync(Findings findings, Startable few, Startable many, Startable page, int rounds)
    {
        await using var bare = await page.StartAsync("/");
        await using var small = await few.StartAsync("/");
        await using var large = await many.StartAsync("/");
        var older = await OlderAsync(large);
        (string What, RunningProgram Program, string Path)[] asked =
        [
            ("bare", bare, "/"), ("few", small, "/"), ("many", large, "/"), ("older", large, older), ("search", large, "/search?q=ladder"),
        ];
        foreach (var (what, program, path) in asked)
        {
            await program.ReadAsync(path, what == "search" ? WarmUp / 10 : WarmUp, Readers);
        }

        var figures = asked.ToDictionary(one => one.What, _ => new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (what, program, path) in asked)
            {
                figures[what].Add(await program.ReadAsync(path, RequestsInRound, Readers));
            }
        }

        double Median(string what) => figures[what].Order().ElementAt(rounds / 2);
        findings.Add("timeline, 1,000 items, processor time of a request", "ms", Median("few"), Median("bare"), 1);
        findings.Add("timeline, 100,000 items, processor time of a request", "ms", Median("many"), Median("bare"), 1);
        findings.Add("timeline at 100,000 items against 1,000", "ms", Median("many"), Median("few"), Median("few") * 1.2);
        findings.Add("an older page of the timeline, 100,000 items", "ms", Median("older"), Median("bare"));
        findings.Add("search for a word that a sixth of 100,000 items has", "ms", Median("search"), Median("bare"));
    }

    // What is measured has to be a whole page of a signed-in reader.
    private static async Task<string> OlderAsync(RunningProgram node)
    {
        var page = await node.Client.GetStringAsync("/");
        if (Card().Count(page) != 20 || !page.Contains("/sign-out", StringComparison.Ordinal))
        {
            throw new InvalidOperationException("The timeline does not show 20 cards to somebody who is signed in.");
        }

        return Older().Match(page).Groups[1].Value;
    }

    /// <summary>What follows an option's name, or null.</summary>
    internal static string? ValueOf(string[] args, string name) =>
        Array.IndexOf(args, $"--{name}") is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

    private static void Say(string what) => Console.Error.WriteLine(what);

    [GeneratedRegex("<article class=\"card ")]
    private static partial Regex Card();

    [GeneratedRegex("rel=\"next\" href=\"([^\"]+)\"")]
    internal static partial Regex Older();

    private sealed record Startable(string Program, Func<string, IReadOnlyList<string>> Arguments, string? Cookie)
    {
        internal Task<RunningProgram> StartAsync(string path) => RunningProgram.StartAsync(Program, Arguments, path, Cookie is null ? [] : [("Cookie", Cookie)]);
    }
}
