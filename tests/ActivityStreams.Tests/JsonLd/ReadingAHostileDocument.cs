using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using PostMoney.ActivityStreams.Json;
using PostMoney.ActivityStreams.JsonLd;
using PostMoney.ActivityStreams.Rdf;
using PostMoney.ActivityStreams.Tests.Proofs;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.JsonLd;

/// <summary>Documents within the limits of <see cref="StrictJson"/> that are made to cost as much as they can.</summary>
public sealed class ReadingAHostileDocument(ITestOutputHelper output)
{
    private const long MostBytes = 32 * 1_048_576;

    // The aim is 100 ms of a processor, which a test beside others cannot measure.
    private static readonly TimeSpan _mostTime = TimeSpan.FromSeconds(10);

    public static TheoryData<string> Kinds { get; } =
        ["wide context", "chain of terms", "context in every node", "scoped context in every node", "long base", "long vocab",
         "long prefix", "many equal values", "many languages", "many types", "many prefixes", "deep lists", "named graphs"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Is_answered_or_refused_in_bounded_time_and_memory(string kind)
    {
        var document = ProofForge.Element(Make(kind));
        foreach (var (name, call) in Calls(document))
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var watch = Stopwatch.StartNew();
            var answer = call();
            watch.Stop();
            var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            Report($"{kind}, {name}: {answer}", watch, bytes);
            Assert.True(watch.Elapsed < _mostTime, name);
            Assert.True(bytes < MostBytes, name);
        }
    }

    [Fact]
    public void Terms_that_are_defined_by_one_another_without_end_are_refused_and_overflow_nothing()
    {
        var document = ProofForge.Element(Make("chain of terms"));

        Assert.False(JsonLdProcessor.TryExpand(document, JsonLdOptions.Default, out _, out var problem));
        Assert.Equal(JsonLdProblem.TooMuchWork, problem);
    }

    [Fact]
    public void A_document_nested_deeper_than_is_allowed_is_refused()
    {
        var deep = new string('[', 63) + new string(']', 63);
        var tooDeep = JsonDocument.Parse("[" + new string('[', 100) + new string(']', 100) + "]", new() { MaxDepth = 200 }).RootElement;

        Assert.True(JsonLdProcessor.TryExpand(JsonDocument.Parse(deep).RootElement, JsonLdOptions.Default, out _, out _));
        Assert.False(JsonLdProcessor.TryExpand(tooDeep, JsonLdOptions.Default, out _, out var problem));
        Assert.Equal(JsonLdProblem.TooMuchWork, problem);
    }

    [Theory]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("""{"a":1e999}""")]
    public void Text_that_is_none_is_refused_and_throws_nothing(string json)
    {
        Assert.False(JsonLdProcessor.TryExpand(JsonDocument.Parse(json).RootElement, JsonLdOptions.Default, out _, out var problem));
        Assert.Equal(JsonLdProblem.LoadingDocumentFailed, problem);
    }

    [Fact]
    public void Contexts_that_lead_to_one_another_for_ever_are_refused()
    {
        var options = new JsonLdOptions
        {
            Loader = address => ProofForge.Element($$"""{"@context":"{{address}}x"}"""),
        };
        var document = ProofForge.Element("""{"@context":"https://example.org/c"}""");

        Assert.False(JsonLdProcessor.TryExpand(document, options, out _, out var problem));
        Assert.Equal(JsonLdProblem.ContextOverflow, problem);
    }

    [Fact]
    public void A_poisoned_graph_is_given_up()
    {
        // Everyone knows everyone, so nobody can be told apart.
        var clique = new List<Quad>();
        for (var from = 0; from < 12; from++)
        {
            for (var to = 0; to < 12; to++)
            {
                clique.Add(new Quad(new BlankTerm("n" + from), new IriTerm("test:knows"), new BlankTerm("n" + to)));
            }
        }

        // One long circle, which is followed node by node.
        var circle = Enumerable.Range(0, 5_000)
            .Select(at => new Quad(new BlankTerm("n" + at), new IriTerm("test:next"), new BlankTerm("n" + ((at + 1) % 5_000)))).ToList();
        foreach (var quads in new[] { clique, circle })
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var watch = Stopwatch.StartNew();
            Assert.False(RdfCanonicalization.TryCanonicalize(quads, out _));
            Report($"{quads.Count} quads", watch, GC.GetAllocatedBytesForCurrentThread() - before);
            Assert.True(watch.Elapsed < _mostTime);
        }
    }

    private void Report(string what, Stopwatch watch, long bytes) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{what}: {watch.Elapsed.TotalMilliseconds:F0} ms, {bytes / 1_000_000.0:F1} MB"));

    private static Dictionary<string, Func<string>> Calls(JsonElement document)
    {
        var options = JsonLdOptions.Default;
        var context = document.GetProperty("@context");
        return new()
        {
            ["expand"] = () => Name(JsonLdProcessor.TryExpand(document, options, out _, out var problem), problem),
            ["compact"] = () => Name(JsonLdProcessor.TryCompact(document, context, options, out _, out var problem), problem),
            ["flatten"] = () => Name(JsonLdProcessor.TryFlatten(document, null, options, out _, out var problem), problem),
            ["toRdf"] = () => Name(JsonLdProcessor.TryToRdf(document, options, out _, out var problem), problem),
            ["toRdf and its canonical form"] = () => JsonLdProcessor.TryToRdf(document, options, out var quads, out var problem)
                ? Name(RdfCanonicalization.TryCanonicalize(quads, out _), JsonLdProblem.TooMuchWork)
                : problem.Code,
        };
    }

    private static string Name(bool isAnswered, JsonLdProblem? problem) => isAnswered ? "answered" : problem!.Code;

    private static string Make(string kind) => kind switch
    {
        "wide context" => Object(Many(9_000, at => $"\"t{at}\":\"https://example.org/{at}\""), "\"t1\":1"),
        "chain of terms" => Object(Many(9_000, at => $"\"t{at}\":\"t{at + 1}:x\"") + ",\"t9000\":\"https://example.org/\"", "\"t0\":1"),
        "context in every node" => Object(
            Many(5_000, at => $"\"t{at}\":\"https://example.org/{at}\""),
            "\"t1\":[" + Many(3_000, at => $"{{\"@context\":{{\"x\":\"https://example.org/x{at}\"}},\"x\":{at}}}") + "]"),
        "scoped context in every node" => Object(
            Many(4_000, at => $"\"t{at}\":\"https://example.org/{at}\"") + ",\"C\":{\"@id\":\"https://example.org/C\",\"@context\":{"
                + Many(4_000, at => $"\"s{at}\":\"https://example.org/s{at}\"") + "}}",
            "\"t1\":[" + Many(1_500, at => $"{{\"@type\":\"C\",\"s1\":[{{\"@type\":\"C\",\"@context\":{{}}}}]}}") + "]"),
        "long base" => Object($"\"@base\":\"https://example.org/{new string('x', 500_000)}/\",\"t\":{{\"@id\":\"https://example.org/t\",\"@type\":\"@id\"}}",
            "\"t\":[" + Many(9_000, at => $"\"{at}\"") + "]"),
        "long vocab" => Object($"\"@vocab\":\"https://example.org/{new string('x', 500_000)}/\"", "\"@type\":[" + Many(9_000, at => $"\"{at}\"") + "]"),
        "long prefix" => Object($"\"p\":\"https://example.org/{new string('x', 500_000)}/\"", "\"@type\":[" + Many(9_000, at => $"\"p:{at}\"") + "]"),
        "many equal values" => Object("\"t\":\"https://example.org/t\"", "\"t\":[" + Many(19_000, at => $"\"{at % 9_500}\"") + "]"),
        "many languages" => Object("\"t\":{\"@id\":\"https://example.org/t\",\"@container\":\"@language\"}",
            "\"t\":{" + Many(18_000, at => $"\"x-{at}\":\"y\"") + "}"),
        "many types" => Object("\"@vocab\":\"https://example.org/\"", "\"@type\":[" + Many(19_000, at => $"\"T{at}\"") + "]"),
        "many prefixes" => Object(Many(4_500, at => $"\"p{at}\":\"https://example.org/{new string('y', at % 20)}{(char)('a' + (at % 26))}/\""),
            "\"p1:t\":[" + Many(4_500, at => $"{{\"@id\":\"https://example.org/{at}\"}}") + "]"),
        "deep lists" => Object("\"t\":{\"@id\":\"https://example.org/t\",\"@container\":\"@list\"}",
            "\"t\":[" + Many(600, _ => new string('[', 28) + "1" + new string(']', 28)) + "]"),
        _ => Object("\"@vocab\":\"https://example.org/\"",
            "\"@graph\":[" + Many(4_000, at => $"{{\"@id\":\"https://example.org/{at}\",\"@graph\":{{\"p\":{at}}}}}") + "]"),
    };

    private static string Object(string context, string members) => $"{{\"@context\":{{{context}}},{members}}}";

    private static string Many(int count, Func<int, string> make)
    {
        var text = new StringBuilder();
        for (var at = 0; at < count; at++)
        {
            text.Append(at == 0 ? "" : ",").Append(make(at));
        }

        return text.ToString();
    }
}
