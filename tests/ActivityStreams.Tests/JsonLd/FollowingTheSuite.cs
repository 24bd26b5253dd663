using System.Globalization;
using System.Text;
using System.Text.Json;
using PostMoney.ActivityStreams.JsonLd;
using PostMoney.ActivityStreams.Rdf;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.JsonLd;

/// <summary>The W3C's suite for JSON-LD 1.1, but for HTML and remote documents, which are no part of this processor.</summary>
public sealed class FollowingTheSuite(ITestOutputHelper output)
{
    // Why a test of the suite does not pass.
    private static readonly Dictionary<string, string> _exceptions = [];

    [Fact]
    public void Expands_as_the_suite_does() => Run("expand", 376, test =>
        JsonLdProcessor.TryExpand(test.Input, test.Options, out var expanded, out var problem)
            ? Judge(test, () => Same(test, expanded))
            : Judge(test, problem));

    [Fact]
    public void Compacts_as_the_suite_does() => Run("compact", 244, test =>
        JsonLdProcessor.TryCompact(test.Input, test.Context!.Value, test.Options, out var compacted, out var problem)
            ? Judge(test, () => Same(test, compacted))
            : Judge(test, problem));

    [Fact]
    public void Flattens_as_the_suite_does() => Run("flatten", 55, test =>
        JsonLdProcessor.TryFlatten(test.Input, test.Context, test.Options, out var flattened, out var problem)
            ? Judge(test, () => Same(test, flattened))
            : Judge(test, problem));

    [Fact]
    public void Writes_RDF_as_the_suite_does() => Run("toRdf", 456, test =>
        JsonLdProcessor.TryToRdf(test.Input, test.Options, out var quads, out var problem)
            ? Judge(test, () => SameGraphs(quads, Quads(test.ExpectedBytes, test.Options.ProduceGeneralizedRdf)))
            : Judge(test, problem));

    [Fact]
    public void Reads_RDF_as_the_suite_does() => Run("fromRdf", 53, test =>
        JsonLdProcessor.TryFromRdf(Quads(test.InputBytes, generalized: false), test.Options, out var document, out var problem)
            ? Judge(test, () => Same(test, document))
            : Judge(test, problem));

    private void Run(string set, int expected, Func<SuiteCase, string?> follow)
    {
        var tests = SuiteCase.Read(set).Where(test => !test.IsForOneZero).ToList();
        var failures = new Dictionary<string, string>();
        foreach (var test in tests)
        {
            if (follow(test) is { } failure)
            {
                failures[set + test.Id] = failure;
            }
        }

        var passed = tests.Count - failures.Count;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{set}: {passed} of {tests.Count} pass"));
        foreach (var (name, failure) in failures)
        {
            output.WriteLine($"{name}: {failure}");
        }

        Assert.Equal(expected, tests.Count);
        Assert.Equal(_exceptions.Keys.Where(name => name.StartsWith(set + "#", StringComparison.Ordinal)).Order(), failures.Keys.Order());
        var (baseline, failed) = SuiteCase.Baseline(set);
        Assert.All(failures.Keys, name => Assert.Contains(name[set.Length..], failed));
        Assert.True(passed >= baseline);
    }

    private static string? Judge(SuiteCase test, Func<string?> compare) => test switch
    {
        { IsNegative: true } => "expected " + test.ExpectedCode,
        { IsOnlySyntax: true } => null,
        _ => compare(),
    };

    private static string? Judge(SuiteCase test, JsonLdProblem problem) =>
        test.IsNegative && test.ExpectedCode == problem.Code ? null : $"{problem} instead of {test.ExpectedCode ?? "an answer"}";

    private static string? Same(SuiteCase test, JsonElement actual) =>
        SameDocument.Is(test.Expected, actual) ? null : "differs: " + actual.GetRawText();

    private static string? SameGraphs(IReadOnlyList<Quad> actual, IReadOnlyList<Quad> expected)
    {
        Assert.True(RdfCanonicalization.TryCanonicalize(Standard(actual), out var left));
        Assert.True(RdfCanonicalization.TryCanonicalize(Standard(expected), out var right));
        return left.ToString() == right.ToString() ? null : "differs: " + left;
    }

    // Only standard RDF has a canonical form, so a statement with a blank predicate becomes three about a blank node.
    private static List<Quad> Standard(IReadOnlyList<Quad> quads) => [.. quads.SelectMany((quad, index) =>
    {
        var statement = new BlankTerm("statement" + index);
        return quad.Predicate is IriTerm
            ? [quad]
            : new[]
            {
                new Quad(statement, new IriTerm("test:subject"), quad.Subject),
                new Quad(statement, new IriTerm("test:predicate"), quad.Predicate),
                new Quad(statement, new IriTerm("test:object"), quad.Value),
            };
    })];

    private static List<Quad> Quads(byte[] bytes, bool generalized)
    {
        Assert.True(NQuads.TryParse(Encoding.UTF8.GetString(bytes), out var quads, generalized));
        return quads;
    }
}
