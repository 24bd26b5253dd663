using System.Diagnostics;
using Microsoft.Data.Sqlite;
using PostMoney.Benchmarks.Node;

namespace PostMoney.Benchmarks.Federation;

/// <summary>How many activities a node takes in, each on disk before it is answered, and what one costs; and what doing them costs besides.</summary>
internal static class MeasureInbox
{
    private const string Waiting = "SELECT count(*) FROM inbox_items WHERE state = 'waiting'";

    private const int Connections = 8;

    // At most five seconds' worth at six hundred a second: no more is behind when pages are asked for.
    private const int InRound = 3_000;

    internal static async Task ExecuteAsync(Findings findings, Func<FederatedFolder, Task<RunningProgram>> start, string place, int rounds)
    {
        var folder = await FederatedFolder.MakeAsync(Path.Combine(place, "inbox"), posts: 1);
        using var notes = new SignedNotes();
        notes.MeetAuthors(folder);
        await using var node = await start(folder);
        var postman = new Postman(node.Client.BaseAddress!, Connections);
        await postman.SendAsync(notes.Sign(1_500));
        await WaitUntilDoneAsync(folder);

        var (rate, slow, whole, taken) = (0.0, double.MaxValue, double.MaxValue, double.MaxValue);
        for (var round = 0; round < rounds; round++)
        {
            taken = Math.Min(taken, (await SendAsync("View")).Cost);
            var notesTaken = await SendAsync("Create");
            (rate, slow, whole) = (Math.Max(rate, notesTaken.Rate), Math.Min(slow, notesTaken.Slow), Math.Min(whole, notesTaken.Cost));
        }

        await postman.SendAsync(notes.Sign(InRound));
        var pages = await PagesAsync(node, folder);
        var bare = Bare(notes.BareCheck(), Path.Combine(place, "bare-inbox.db"));
        findings.Add("a note taken in and on disk, 8 connections, while those before it are done", "ms", 1_000 / rate, bare.Wall, 1_000 / 600.0);
        findings.Add("its answer, 99 of 100 are faster", "ms", slow);
        findings.Add("processor time of an activity taken in, on disk, and found to ask for nothing", "ms", taken, bare.Processor, 1.5);
        findings.Add("processor time of a note taken in, on disk, and made a post", "ms", whole, bare.Processor);
        findings.Add("a page meanwhile, 99 of 100 are faster", "ms", pages[pages.Count * 99 / 100], limit: 300);

        // All are on disk when the last is answered; the processor time is that until all are done.
        async Task<(double Rate, double Slow, double Cost)> SendAsync(string type)
        {
            var requests = notes.Sign(InRound, type);
            var stored = folder.Count("SELECT count(*) FROM inbox_items");
            var before = node.Processor;
            var (time, answers) = await postman.SendAsync(requests);
            Check(folder.Count("SELECT count(*) FROM inbox_items") - stored, InRound);
            await WaitUntilDoneAsync(folder);
            return (InRound / time.TotalSeconds, answers[InRound * 99 / 100], (node.Processor - before).TotalMilliseconds / InRound);
        }
    }

    private static async Task<List<double>> PagesAsync(RunningProgram node, FederatedFolder folder)
    {
        var times = new List<double>();
        while (folder.Count(Waiting) > 0 || times.Count < 20)
        {
            var began = Stopwatch.GetTimestamp();
            _ = await node.Client.GetByteArrayAsync("/home");
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            await Task.Delay(50);
        }

        times.Sort();
        return times;
    }

    private static async Task WaitUntilDoneAsync(FederatedFolder folder)
    {
        while (folder.Count(Waiting) > 0)
        {
            await Task.Delay(200);
        }
    }

    private static void Check(long stored, int sent)
    {
        if (stored != sent)
        {
            throw new InvalidOperationException($"{sent} activities were answered and {stored} are on disk.");
        }
    }

    // Digest, signature and a row of 2 kB on disk, one after the other.
    private static (double Wall, double Processor) Bare(Action check, string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE bodies (id INTEGER PRIMARY KEY, body BLOB)";
        command.ExecuteNonQuery();
        command.CommandText = "INSERT INTO bodies (body) VALUES ($body)";
        command.Parameters.AddWithValue("$body", new byte[2_000]);
        using var process = Process.GetCurrentProcess();
        var (before, watch) = (process.TotalProcessorTime, Stopwatch.StartNew());
        for (var number = 0; number < InRound; number++)
        {
            check();
            command.ExecuteNonQuery();
        }

        process.Refresh();
        return (watch.Elapsed.TotalMilliseconds / InRound, (process.TotalProcessorTime - before).TotalMilliseconds / InRound);
    }
}
