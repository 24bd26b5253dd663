using PostMoney.Benchmarks.Node;

namespace PostMoney.Benchmarks.Federation;

/// <summary>The timeline of those whom somebody follows, a thousand of them, with few posts and with a million.</summary>
internal static class MeasureHome
{
    private const int Few = 1_000;
    private const int Many = 1_000_000;
    private const int WarmUp = 400;
    private const int InRound = 200;
    private const int Readers = 4;

    internal static async Task ExecuteAsync(
        Findings findings, Func<FederatedFolder, Task<RunningProgram>> start, Func<Task<RunningProgram>> startBare, string place, int rounds)
    {
        await using var bare = await startBare();
        await using var few = await start(await FilledAsync(place, Few));
        await using var many = await start(await FilledAsync(place, Many));
        (string What, RunningProgram Program, string Path)[] asked =
            [("bare", bare, "/"), ("few", few, "/home"), ("many", many, "/home"), ("older", many, await OlderAsync(many))];
        var least = asked.ToDictionary(one => one.What, _ => double.MaxValue);
        foreach (var (_, program, path) in asked)
        {
            await program.ReadAsync(path, WarmUp, Readers);
        }

        for (var round = 0; round < rounds; round++)
        {
            foreach (var (what, program, path) in asked)
            {
                least[what] = Math.Min(least[what], await program.ReadAsync(path, InRound, Readers));
            }
        }

        findings.Add("timeline of 1,000 people followed, 1,000 posts, processor time", "ms", least["few"], least["bare"]);
        findings.Add("the same at 1,000,000 posts", "ms", least["many"], least["bare"]);
        findings.Add("timeline at 1,000,000 posts against 1,000", "ms", least["many"], least["few"], least["few"] * 1.5);
        findings.Add("an older page of it", "ms", least["older"], least["bare"]);
    }

    private static async Task<FederatedFolder> FilledAsync(string place, int posts)
    {
        var folder = await FederatedFolder.MakeAsync(Path.Combine(place, "home" + posts.ToString(System.Globalization.CultureInfo.InvariantCulture)), posts: 1);
        ManyPosts.Fill(folder, posts);
        return folder;
    }

    private static async Task<string> OlderAsync(RunningProgram node)
    {
        var page = await node.Client.GetStringAsync("/home");
        return page.Split("<article").Length - 1 == 20
            ? MeasureNode.Older().Match(page).Groups[1].Value
            : throw new InvalidOperationException("The timeline does not show 20 posts to somebody who is signed in.");
    }
}
