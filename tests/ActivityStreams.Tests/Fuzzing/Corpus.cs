using System.Text.Json;
using PostMoney.ActivityStreams.Json;
using PostMoney.ActivityStreams.Tests.Http.Signatures;
using PostMoney.ActivityStreams.Tests.Proofs;
using PostMoney.Fixtures;

namespace PostMoney.ActivityStreams.Tests.Fuzzing;

/// <summary>What inputs are made from: what real servers send, what breaks parsers, and a few signed things of our own.</summary>
internal sealed class Corpus
{
    private const int LongestDocument = 65_536;

    private Corpus(List<JsonElement> documents, List<byte[]> texts, List<string> strings, List<string> names)
    {
        Documents = documents;
        Texts = texts;
        Strings = strings;
        Names = names;
    }

    /// <summary>Documents that can be read.</summary>
    public IReadOnlyList<JsonElement> Documents { get; }

    /// <summary>Bytes that are JSON, almost JSON or none.</summary>
    public IReadOnlyList<byte[]> Texts { get; }

    /// <summary>Addresses, header lines, keys, and strings that break things.</summary>
    public IReadOnlyList<string> Strings { get; }

    /// <summary>Names of members, as documents have them.</summary>
    public IReadOnlyList<string> Names { get; }

    public static Corpus Read()
    {
        var files = Files("payloads", "examples").Select(File.ReadAllBytes).ToList();
        var documents = new List<JsonElement>(OurOwn());
        foreach (var file in files.Where(file => file.Length <= LongestDocument))
        {
            if (StrictJson.TryParse(file, out var document, out _))
            {
                documents.Add(document);
            }
        }

        var addresses = new List<string>();
        GatherStrings(Element(Path.Combine(TestData.Find("url"), "ssrf-urls.json")), addresses);
        GatherStrings(Element(Path.Combine(TestData.Find("url"), "wpt-url", "urltestdata.json")), addresses);
        var naughty = new List<string>();
        GatherStrings(Element(Path.Combine(TestData.Find("naughty-strings"), "blns.json")), naughty);
        List<string> strings = [.. addresses, .. naughty, .. HeaderLines(), .. SignedThings.Keys];
        var names = documents.SelectMany(NamesIn).Distinct(StringComparer.Ordinal).Concat(Keyword.All).ToList();
        List<byte[]> texts = [.. Files("json-parsing").Select(File.ReadAllBytes), .. files];
        return new Corpus(documents, texts, strings, names);
    }

    private static IEnumerable<JsonElement> OurOwn() => [.. SignedThings.Documents, ProofForge.Element(ProofForge.Need)];

    private static IEnumerable<string> HeaderLines() => new[] { SignedThings.OldRequest, SignedThings.NewRequest }
        .SelectMany(request => request.Headers)
        .Select(header => header.Value)
        .Concat(["resource=acct:bilal@n.test&rel=self", "application/ld+json; profile=\"https://www.w3.org/ns/activitystreams\"", TownRequest.ChensKey]);

    private static IEnumerable<string> Files(params string[] suites) => suites
        .SelectMany(suite => Directory.EnumerateFiles(TestData.Find(suite), "*.json*", SearchOption.AllDirectories))
        .Order(StringComparer.Ordinal);

    private static JsonElement Element(string file) => JsonDocument.Parse(File.ReadAllBytes(file)).RootElement;

    private static void GatherStrings(JsonElement element, List<string> strings)
    {
        if (JsonText.TryRead(element, out var text))
        {
            strings.Add(text);
        }

        var inner = element.ValueKind switch
        {
            JsonValueKind.Array => element.EnumerateArray(),
            JsonValueKind.Object => element.EnumerateObject().Select(member => member.Value),
            _ => [],
        };
        foreach (var value in inner)
        {
            GatherStrings(value, strings);
        }
    }

    private static IEnumerable<string> NamesIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => NamesIn(member.Value).Append(member.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(NamesIn),
        _ => [],
    };
}
