using System.Globalization;
using System.Text.Json;
using PostMoney.ActivityStreams.JsonLd;
using PostMoney.ActivityStreams.Rdf;
using PostMoney.ActivityStreams.Tests.Proofs;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.JsonLd;

public sealed class ReadingAnyDocument(ITestOutputHelper output)
{
    private const string Context = """
        {"@version":1.1,"a":{"@id":"http://example.org/a","@container":"@set"},"b":{"@id":"http://example.org/b","@type":"@id"},
         "c":{"@id":"http://example.org/c","@container":"@index"},"type":"@type","id":"@id"}
        """;

    private static readonly JsonLdOptions _options = new() { Base = "http://example.org/base/" };

    [Fact]
    public void Ends_in_an_answer_or_in_a_named_refusal()
    {
        var context = ProofForge.Element(Context);
        var made = new MadeUpDocuments("any document");
        var answered = 0;
        var problems = new HashSet<JsonLdProblem>();
        for (var round = 0; round < 6_000; round++)
        {
            var document = Lenient(made.Next());
            Note(JsonLdProcessor.TryExpand(document, _options, out var expanded, out var problem), problem);
            Note(JsonLdProcessor.TryCompact(document, context, _options, out _, out problem), problem);
            Note(JsonLdProcessor.TryFlatten(document, context, _options, out _, out problem), problem);
            Note(JsonLdProcessor.TryToRdf(document, _options with { RdfDirection = RdfDirection.I18nDatatype }, out _, out problem), problem);
            Note(JsonLdProcessor.TryExpand(Lenient(Context), _options with { ExpandContext = document }, out _, out problem), problem);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{answered} answers, {problems.Count} kinds of refusals"));
        Assert.True(answered > 10_000);
        Assert.True(problems.Count > 20);

        void Note(bool isAnswered, JsonLdProblem? problem)
        {
            Assert.Equal(isAnswered, problem is null);
            answered += isAnswered ? 1 : 0;
            _ = problem is not null && problems.Add(problem);
        }
    }

    [Fact]
    public void Expands_what_is_expanded_to_itself()
    {
        var made = new MadeUpDocuments("expanded twice");
        for (var round = 0; round < 5_000; round++)
        {
            if (JsonLdProcessor.TryExpand(Lenient(made.Next()), _options, out var once, out _) && !HasEmptyName(once))
            {
                Assert.True(JsonLdProcessor.TryExpand(once, _options, out var twice, out var problem), $"{once}: {problem}");
                Assert.True(SameDocument.Is(once, twice), $"{once} became {twice}");
            }
        }
    }

    [Fact]
    public void Says_the_same_in_RDF_after_it_has_been_flattened()
    {
        var made = new MadeUpDocuments("flattened", mostlySound: true);
        for (var round = 0; round < 5_000; round++)
        {
            var document = Lenient(made.Next());
            if (JsonLdProcessor.TryFlatten(document, null, _options, out var flattened, out _))
            {
                Assert.Equal(Canonical(document), Canonical(flattened));
            }
        }
    }

    [Fact]
    public void Says_the_same_after_it_has_been_to_RDF_and_back()
    {
        var made = new MadeUpDocuments("to RDF and back", mostlySound: true);
        var statements = 0;
        for (var round = 0; round < 5_000; round++)
        {
            if (JsonLdProcessor.TryToRdf(Lenient(made.Next()), _options, out var quads, out _))
            {
                Assert.True(JsonLdProcessor.TryFromRdf(quads, _options, out var back, out var problem), problem?.Code);
                Assert.True(RdfCanonicalization.TryCanonicalize(quads, out var before));
                Assert.Equal(before.ToString(), Canonical(back));
                Assert.True(NQuads.TryParse(NQuads.Write(quads), out var again));
                Assert.Equal(quads, again);
                statements += quads.Count;
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{statements} statements"));
        Assert.True(statements > 1_000);
    }

    // What looks like a keyword is expanded to null, which cannot be read again.
    private static bool HasEmptyName(JsonElement expanded) =>
        expanded.GetRawText().Contains("\"@id\":null", StringComparison.Ordinal)
        || expanded.GetRawText().Contains("[null", StringComparison.Ordinal)
        || expanded.GetRawText().Contains(",null", StringComparison.Ordinal);

    private static string Canonical(JsonElement document)
    {
        Assert.True(JsonLdProcessor.TryToRdf(document, _options, out var quads, out var problem), problem?.Code);
        Assert.True(RdfCanonicalization.TryCanonicalize(quads, out var canonical));
        return canonical.ToString();
    }

    private static JsonElement Lenient(string json) => JsonDocument.Parse(json).RootElement;
}
