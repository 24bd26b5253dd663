using System.Text.Json;
using PostMoney.ActivityStreams.Json;
using PostMoney.ActivityStreams.JsonLd;
using PostMoney.ActivityStreams.Tests.Proofs;
using PostMoney.Fixtures;

namespace PostMoney.ActivityStreams.Tests.Peers;

/// <summary>What both sides read: notes made up for these tests, a record as members sign it, and documents of real servers.</summary>
internal static class PeerDocuments
{
    private const string Context = "\"@context\":[\"https://www.w3.org/ns/activitystreams\",\"https://w3id.org/security/data-integrity/v2\"]";

    /// <summary>Documents all of whose members mean something, so that both suites can sign them.</summary>
    public static IReadOnlyList<JsonElement> Signable { get; } =
    [
        .. new[]
        {
            "\"id\":\"https://n.test/notes/1\",\"type\":\"Note\",\"content\":\"The ladder is back\"",
            "\"id\":\"https://n.test/notes/2\",\"type\":\"Note\",\"content\":\"Säge, 5 €, \\ud83d\\ude00, \\\"quoted\\\"\\n\\u0007\",\"summary\":\"\"",
            "\"type\":\"Note\",\"content\":\"without an id\",\"to\":[\"https://www.w3.org/ns/activitystreams#Public\",\"https://n.test/u/ewa\"]",
            "\"id\":\"https://n.test/a/1\",\"type\":\"Create\",\"actor\":\"https://n.test/u/asha\",\"published\":\"2026-11-25T08:12:31Z\","
                + "\"object\":{\"id\":\"https://n.test/notes/3\",\"type\":\"Note\",\"contentMap\":{\"en\":\"a saw\",\"de\":\"eine Säge\"},"
                + "\"tag\":[{\"type\":\"Mention\",\"href\":\"https://p.test/u/chen\",\"name\":\"@chen\"},{\"type\":\"Mention\",\"href\":\"https://p.test/u/li\"}]}",
            "\"id\":\"https://n.test/c/1\",\"type\":\"OrderedCollection\",\"totalItems\":2,"
                + "\"orderedItems\":[\"https://n.test/notes/1\",{\"type\":\"Note\",\"content\":\"no id\",\"replies\":{\"type\":\"Collection\",\"totalItems\":0}}]",
            "\"id\":\"https://n.test/p/1\",\"type\":\"Place\",\"name\":\"shed\",\"latitude\":52.5,\"longitude\":13.25,\"altitude\":90.0,\"units\":\"m\"",
        }.Select(members => ProofForge.Element($"{{{Context},{members}}}")),
    ];

    /// <summary>A record of our own, which RDF would lose members of: signed in its canonical form alone.</summary>
    public static JsonElement Record { get; } = ProofForge.Element(ProofForge.Need);

    /// <summary>Documents of real servers whose contexts are built in.</summary>
    public static IEnumerable<(string Name, JsonElement Document)> Payloads(int atMost)
    {
        var folder = TestData.Find("payloads");
        return Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => (Name: Path.GetRelativePath(folder, file), Document: Read(file)))
            .Where(one => one.Document is { ValueKind: JsonValueKind.Object } document
                && document.TryGetProperty("@context", out _)
                && JsonLdProcessor.TryExpand(document, JsonLdOptions.Default, out _, out _))
            .Select(one => (one.Name, one.Document!.Value))
            .Take(atMost);
    }

    private static JsonElement? Read(string file) =>
        StrictJson.TryParse(File.ReadAllBytes(file), out var document, out _) ? document : null;
}
