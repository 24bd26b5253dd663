using System.Text.Json;
using PostMoney.ActivityStreams.Tests.Proofs;
using PostMoney.Fixtures;

namespace PostMoney.ActivityStreams.Tests.JsonLd;

/// <summary>The published contexts of the shared data, for documents under contexts that are not built in.</summary>
internal static class PublishedContexts
{
    private static readonly Lazy<Dictionary<string, string>> _files = new(ReadMap);

    internal static IReadOnlyCollection<string> Addresses => _files.Value.Keys;

    internal static JsonElement? Load(string address) => _files.Value.TryGetValue(address, out var file)
        ? ProofForge.Element(File.ReadAllText(file))
        : null;

    private static Dictionary<string, string> ReadMap()
    {
        var folder = TestData.Find("jsonld-contexts");
        var map = ProofForge.Element(File.ReadAllText(Path.Combine(folder, "map.json"))).GetProperty("contexts");

        // The map was written when the folders had numbers.
        var files = map.EnumerateObject().ToDictionary(
            entry => entry.Name,
            entry => Path.Combine(folder, entry.Value.GetString()!.Replace("../02-", "../", StringComparison.Ordinal)));

        // Of its proposal alone.
        files["https://w3id.org/fep/c390"] = Path.Combine(TestData.Find("fep"), "fep", "c390", "fep-c390.jsonld");
        return files;
    }
}
