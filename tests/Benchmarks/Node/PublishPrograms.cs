using System.Diagnostics;

namespace PostMoney.Benchmarks.Node;

/// <summary>Publishes the node and the bare page as an operator would, into <c>artifacts/measured</c>.</summary>
internal static class PublishPrograms
{
    /// <summary>Publishes both.</summary>
    /// <returns>Where the programs are.</returns>
    internal static async Task<(string Node, string Bare)> ExecuteAsync()
    {
        var root = Root();
        await PublishAsync(root, "src/Web");
        await PublishAsync(root, "tests/BarePage");
        return (Path.Combine(root, "artifacts/measured/Web/PostMoney.Web"), Path.Combine(root, "artifacts/measured/BarePage/PostMoney.BarePage"));
    }

    /// <summary>Publishes these, and a node that talks with servers of this machine.</summary>
    internal static async Task<(string Node, string Bare, string Loopback)> AllAsync()
    {
        var (node, bare) = await ExecuteAsync();
        await PublishAsync(Root(), "tests/LoopbackNode");
        return (node, bare, Path.Combine(Root(), "artifacts/measured/LoopbackNode/PostMoney.LoopbackNode"));
    }

    private static async Task PublishAsync(string root, string project)
    {
        Console.Error.WriteLine($"Publishing {project} …");
        string[] arguments =
            ["publish", project, "--configuration", "Release", "--verbosity", "quiet", "--output", $"artifacts/measured/{Path.GetFileName(project)}"];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = root })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{project} could not be published.");
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PostMoney.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Run this within a checkout, or say --program and --bare.");
        }

        return folder.FullName;
    }
}
