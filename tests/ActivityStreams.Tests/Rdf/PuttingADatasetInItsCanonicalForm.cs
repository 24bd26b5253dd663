using System.Globalization;
using System.Text.Json;
using PostMoney.ActivityStreams.Rdf;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.Rdf;

public sealed class PuttingADatasetInItsCanonicalForm(ITestOutputHelper output)
{
    [Fact]
    public void Follows_the_suite()
    {
        var folder = Path.Combine(TestData.Find("rdf-canon"), "tests");
        var tests = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "manifest.jsonld")))
            .RootElement.GetProperty("entries").EnumerateArray().ToList();
        var failures = tests.Where(test => !Passes(test, folder)).Select(test => test.GetProperty("id").GetString()).ToList();

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rdf-canon: {tests.Count - failures.Count} of {tests.Count} pass"));
        Assert.Equal(86, tests.Count);
        Assert.Empty(failures);
    }

    private static bool Passes(JsonElement test, string folder)
    {
        var hash = test.TryGetProperty("hashAlgorithm", out var named) && named.GetString() == "SHA384" ? RdfHash.Sha384 : RdfHash.Sha256;
        Assert.True(NQuads.TryParse(File.ReadAllText(Path.Combine(folder, test.GetProperty("action").GetString()!)), out var quads));
        var isDone = RdfCanonicalization.TryCanonicalize(quads, out var canonical, hash);
        if (!test.TryGetProperty("result", out var result))
        {
            return !isDone;
        }

        var expected = File.ReadAllText(Path.Combine(folder, result.GetString()!));
        if (test.GetProperty("type").GetString() != "rdfc:RDFC10MapTest")
        {
            return isDone && canonical!.ToString() == expected;
        }

        var names = JsonSerializer.Deserialize<Dictionary<string, string>>(expected)!;
        return isDone && names.Count == canonical!.Names.Count && names.All(name => canonical.Names[name.Key] == name.Value);
    }
}
