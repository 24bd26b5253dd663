using PostMoney.Benchmarks.Node;

namespace PostMoney.Benchmarks.Federation;

/// <summary>What others read most: the document of an actor, and a person's page.</summary>
internal static class MeasureDocuments
{
    private const int WarmUp = 3_000;
    private const int InRound = 1_000;
    private const int Readers = 4;

    internal static async Task ExecuteAsync(
        Findings findings, Func<FederatedFolder, Task<RunningProgram>> start, Func<Task<RunningProgram>> startBare, string place, int rounds)
    {
        var folder = await FederatedFolder.MakeAsync(Path.Combine(place, "documents"), posts: 25);
        await using var bare = await startBare();
        await using var server = await start(folder);
        server.Client.DefaultRequestHeaders.Remove("Cookie");
        server.Client.DefaultRequestHeaders.Add("Accept", "application/activity+json");
        await using var person = await start(folder);
        person.Client.DefaultRequestHeaders.Remove("Cookie");
        var page = await person.Client.GetStringAsync("/@amina");
        if (page.Split("<article").Length - 1 != 20)
        {
            throw new InvalidOperationException("The page does not show 20 posts.");
        }

        (string What, RunningProgram Program, string Path, double? Limit)[] asked =
        [
            ("bare", bare, "/", null),
            ("the document of an actor, processor time", server, "/u/amina", 0.2),
            ("a person's page with 20 posts, for a stranger, processor time", person, "/@amina", 1),
        ];
        var least = asked.ToDictionary(one => one.What, _ => double.MaxValue);
        foreach (var (_, program, path, _) in asked)
        {
            await program.ReadAsync(path, WarmUp, Readers);
        }

        for (var round = 0; round < rounds; round++)
        {
            foreach (var (what, program, path, _) in asked)
            {
                least[what] = Math.Min(least[what], await program.ReadAsync(path, InRound, Readers));
            }
        }

        foreach (var (what, _, _, limit) in asked.Skip(1))
        {
            findings.Add(what, "ms", least[what], least["bare"], limit);
        }
    }
}
