using PostMoney.ActivityStreams.Rdf;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.Rdf;

public sealed class ReadingNQuads
{
    [Fact]
    public void Takes_the_grammar_as_it_is()
    {
        const string text = """
            # who lends what
            <http://example.org/amina> <http://example.org/lends> "a ladder" .
            	<http://example.org/amina><http://example.org/lends>_:saw.1<http://example.org/town>.# close together

            _:saw.1 <http://example.org/says> "\"Säge\"\t\u00e4\U0001F600"@de-CH <http://example.org/town> .
            _:saw.1 <http://example.org/price> "0"^^<http://www.w3.org/2001/XMLSchema#integer> .
            """;
        Assert.True(NQuads.TryParse(text, out var quads));

        Assert.Equal(
            [
                new Quad(Iri("amina"), Iri("lends"), LiteralTerm.Of("a ladder")),
                new Quad(Iri("amina"), Iri("lends"), new BlankTerm("saw.1"), Iri("town")),
                new Quad(new BlankTerm("saw.1"), Iri("says"), new LiteralTerm("\"Säge\"\tä\U0001F600", RdfNames.LangString, "de-CH"), Iri("town")),
                new Quad(new BlankTerm("saw.1"), Iri("price"), new LiteralTerm("0", RdfNames.Xsd + "integer")),
            ],
            quads);
    }

    [Theory]
    [InlineData("<a:s> <a:p> <a:o>")]
    [InlineData("<a:s> <a:p> .")]
    [InlineData("<a:s> <a:p> <a:o> <a:g> <a:h> .")]
    [InlineData("<relative> <a:p> <a:o> .")]
    [InlineData("<a: s> <a:p> <a:o> .")]
    [InlineData("<a:\\u0020> <a:p> <a:o> .")]
    [InlineData("<a:\\t> <a:p> <a:o> .")]
    [InlineData("<a:s> _:p <a:o> .")]
    [InlineData("\"s\" <a:p> <a:o> .")]
    [InlineData("<a:s> \"p\" <a:o> .")]
    [InlineData("<a:s> <a:p> \"o .")]
    [InlineData("<a:s> <a:p> \"o\"@ .")]
    [InlineData("<a:s> <a:p> \"o\"@1 .")]
    [InlineData("<a:s> <a:p> \"o\"^^ .")]
    [InlineData("<a:s> <a:p> \"\\x\" .")]
    [InlineData("<a:s> <a:p> \"\\uD800\" .")]
    [InlineData("<a:s> <a:p> \"\\U00110000\" .")]
    [InlineData("<a:s> <a:p> \"two\nlines\" .")]
    [InlineData("<a:s> <a:p> <a:o> . <a:s> <a:p> <a:o> .")]
    [InlineData("_: <a:p> <a:o> .")]
    [InlineData("_:-x <a:p> <a:o> .")]
    [InlineData("_")]
    [InlineData("<a:s")]
    [InlineData("<a:s\\")]
    [InlineData("<a:s> <a:p> \"\\")]
    [InlineData("<a:s> <a:p> \"\\u12")]
    public void Refuses_what_is_none(string text)
    {
        Assert.False(NQuads.TryParse(text, out var quads));
        Assert.Null(quads);
    }

    [Fact]
    public void Writes_what_it_reads_again()
    {
        var text = new string([.. Enumerable.Range(0, 0x100).Select(unit => (char)unit)]) + "\u2028\U0001F600";
        var quads = new[]
        {
            new Quad(new BlankTerm("b"), Iri("p"), LiteralTerm.Of(text), new BlankTerm("g")),
            new Quad(Iri("s"), Iri("p"), new LiteralTerm(text, RdfNames.LangString, "en")),
        };

        Assert.True(NQuads.TryParse(NQuads.Write(quads), out var again));
        Assert.Equal(quads, again);
    }

    [Fact]
    public void Refuses_a_text_that_is_too_long()
    {
        Assert.True(NQuads.TryParse(new string('\n', NQuads.MaximumLength), out _));
        Assert.False(NQuads.TryParse(new string('\n', NQuads.MaximumLength + 1), out _));
    }

    private static IriTerm Iri(string name) => new("http://example.org/" + name);
}
