using System.Text.Json;
using PostMoney.Core.Categories.JsonSchemas;
using Xunit;

namespace PostMoney.Core.Tests.Categories.JsonSchemas;

/// <summary>The JSON-Schema-Test-Suite for draft 2020-12, which lies beside the repository.</summary>
internal static class SuiteData
{
    private const string Missing = "none";
    private const string Remote = "http://localhost:1234/";

    /// <summary>The files of a folder of the suite, or one placeholder where there is no suite.</summary>
    public static TheoryData<string> Files(string folder) => Root() is { } root
        ? [.. Directory.GetFiles(Path.Combine(root, "tests/draft2020-12", folder), "*.json").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)]
        : [Missing];

    /// <summary>The groups of a file; skips the test where there is no suite.</summary>
    public static IReadOnlyList<JsonElement> Groups(string folder, string file)
    {
        Assert.SkipWhen(file == Missing, "skipped: no test data");
        return [.. Read(Path.Combine(Root()!, "tests/draft2020-12", folder, file)).EnumerateArray()];
    }

    /// <summary>What the suite wants served at its own address, from disk.</summary>
    public static JsonElement? Resolve(string uri)
    {
        var path = uri.StartsWith(Remote, StringComparison.Ordinal) ? Path.Combine(Root()!, "remotes", uri[Remote.Length..]) : null;
        return File.Exists(path) ? Read(path) : null;
    }

    /// <summary>The tests of a group on which we and the suite disagree, or why the schema was not compiled.</summary>
    public static IEnumerable<string> Disagreements(JsonElement group)
    {
        var named = group.GetProperty("description").GetString();
        var schema = JsonSchema.Compile(group.GetProperty("schema"), new SchemaOptions { Resolver = Resolve });
        if (!schema.TryGet(out var compiled))
        {
            return [$"{named}: {schema.Refusal.Message}"];
        }

        return group.GetProperty("tests").EnumerateArray()
            .Where(t => compiled.Check(t.GetProperty("data")).Count == 0 != t.GetProperty("valid").GetBoolean())
            .Select(t => $"{named}: {t.GetProperty("description").GetString()}");
    }

    private static JsonElement Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return document.RootElement.Clone();
    }

    private static string? Root()
    {
        var named = Environment.GetEnvironmentVariable("POSTMONEY_TEST_DATA");
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); named is null && folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PostMoney.sln")))
            {
                named = Path.Combine(folder.FullName, "..", "shared", "data");
            }
        }

        var root = Path.Combine(named ?? "", "json-schema");
        return named is not null && Directory.Exists(root) ? root : null;
    }
}
