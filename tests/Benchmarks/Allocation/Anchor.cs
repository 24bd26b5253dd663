using System.Text.Json;

namespace PostMoney.Benchmarks.Allocation;

/// <summary>What others computed for an instance.</summary>
/// <param name="LargestFill">The most that can be given, or an upper bound of it.</param>
/// <param name="Repaired">What ordered repair reaches in lottery order, where the largest fill is hard to find.</param>
/// <param name="LeximinHash">The hash of the most even access.</param>
internal sealed record Anchor(int LargestFill, int? Repaired, string? LeximinHash)
{
    /// <summary>Where the shared data lies, or null.</summary>
    internal static string? Folder { get; } = Find();

    internal static Anchor? Of(InstanceName name)
    {
        if (Folder is null)
        {
            return null;
        }

        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "anchors.json")));
        foreach (var one in json.RootElement.GetProperty("instances").EnumerateArray())
        {
            if (new InstanceName(one.GetProperty("scenario").GetString()!, one.GetProperty("size").GetInt32(), one.GetProperty("seed").GetInt32()) == name)
            {
                return Read(one);
            }
        }

        return null;
    }

    /// <summary>All of the largest fill where that can be found; a fifth of a percent less than ordered repair elsewhere, and in lottery order alone.</summary>
    internal int BarFor(string kind) => Repaired switch
    {
        null => LargestFill,
        { } when kind == MeasuredRound.Leximin => 0,
        { } repaired => repaired - (repaired / 500),
    };

    private static Anchor Read(JsonElement anchor)
    {
        var optimum = anchor.GetProperty("optimum");
        return optimum.TryGetProperty("maxFill", out var most)
            ? new Anchor(most.GetInt32(), null, optimum.GetProperty("leximinHash").GetString())
            : new Anchor(
                optimum.GetProperty("maxFillUpper").GetInt32(),
                anchor.GetProperty("baselines").GetProperty("rep3x32").GetProperty("fill").GetInt32(), null);
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var there = Path.Combine(folder.FullName, "..", "shared", "data", "allocation");
            if (File.Exists(Path.Combine(folder.FullName, "PostMoney.sln")))
            {
                var data = Environment.GetEnvironmentVariable("POSTMONEY_TEST_DATA") is { Length: > 0 } named ? Path.Combine(named, "allocation") : there;
                return Directory.Exists(data) ? data : null;
            }
        }

        return null;
    }
}
