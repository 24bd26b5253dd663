using System.Text.Json;
using PostMoney.ActivityStreams.Json;
using PostMoney.ActivityStreams.JsonLd;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.JsonLd;

/// <summary>One test of the W3C's JSON-LD suite, as its manifest describes it.</summary>
internal sealed class SuiteCase(JsonElement entry, string folder)
{
    private const string BaseIri = "https://w3c.github.io/json-ld-api/tests/";

    internal string Id => Text("@id")!;

    internal bool IsForOneZero => Option("specVersion") == "json-ld-1.0";

    internal bool IsNegative => HasType("NegativeEvaluationTest");

    internal bool IsOnlySyntax => HasType("PositiveSyntaxTest");

    internal string? ExpectedCode => Text("expectErrorCode");

    internal static List<SuiteCase> Read(string set)
    {
        var folder = Path.Combine(TestData.Find("json-ld-api"), "tests");
        return [.. Parse(File.ReadAllBytes(Path.Combine(folder, set + "-manifest.jsonld")))
            .GetProperty("sequence").EnumerateArray().Select(entry => new SuiteCase(entry, folder))];
    }

    /// <summary>The tests that another processor passes, which must not fail here.</summary>
    internal static (int Passed, HashSet<string> Failed) Baseline(string set)
    {
        var result = Parse(File.ReadAllBytes(Path.Combine(TestData.Find("json-ld-api"), "jsonldjs-9.0.0-baseline.json"))).GetProperty(set);
        return (result.GetProperty("pass").GetInt32(), [.. result.GetProperty("fail").EnumerateArray().Select(fail => fail[0].GetString()!)]);
    }

    internal JsonElement Input => Parse(InputBytes);

    internal byte[] InputBytes => File.ReadAllBytes(Path.Combine(folder, Text("input")!));

    internal byte[] ExpectedBytes => File.ReadAllBytes(Path.Combine(folder, Text("expect")!));

    internal JsonElement Expected => Parse(ExpectedBytes);

    internal JsonElement? Context => Text("context") is { } file ? Parse(File.ReadAllBytes(Path.Combine(folder, file))) : null;

    internal JsonLdOptions Options => new()
    {
        Base = Option("base") ?? BaseIri + Text("input"),
        ExpandContext = Option("expandContext") is { } file ? Parse(File.ReadAllBytes(Path.Combine(folder, file))) : null,
        Version = Option("processingMode") == "json-ld-1.0" ? JsonLdVersion.OneZero : JsonLdVersion.OneOne,
        CompactArrays = Flag("compactArrays", true),
        CompactToRelative = Flag("compactToRelative", true),
        UseNativeTypes = Flag("useNativeTypes", false),
        UseRdfType = Flag("useRdfType", false),
        ProduceGeneralizedRdf = Flag("produceGeneralizedRdf", false),
        Ordered = true,
        RdfDirection = Option("rdfDirection") switch
        {
            "i18n-datatype" => RdfDirection.I18nDatatype,
            "compound-literal" => RdfDirection.CompoundLiteral,
            _ => RdfDirection.None,
        },
        Loader = Load,
    };

    private JsonElement? Load(string address)
    {
        if (!address.StartsWith(BaseIri, StringComparison.Ordinal))
        {
            return null;
        }

        var file = Path.Combine(folder, address[BaseIri.Length..]);
        return File.Exists(file) ? Parse(File.ReadAllBytes(file)) : null;
    }

    private static JsonElement Parse(byte[] bytes)
    {
        Assert.True(StrictJson.TryParse(bytes, out var root, out var problem), problem.ToString());
        return root;
    }

    private bool HasType(string type) =>
        entry.GetProperty("@type").EnumerateArray().Any(item => item.GetString()!.EndsWith(type, StringComparison.Ordinal));

    private string? Text(string name) => entry.TryGetProperty(name, out var value) ? value.GetString() : null;

    private string? Option(string name) =>
        entry.TryGetProperty("option", out var options) && options.TryGetProperty(name, out var value) ? value.GetString() : null;

    private bool Flag(string name, bool otherwise) =>
        entry.TryGetProperty("option", out var options) && options.TryGetProperty(name, out var value) ? value.GetBoolean() : otherwise;
}
