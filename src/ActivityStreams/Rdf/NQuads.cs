using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace PostMoney.ActivityStreams.Rdf;

/// <summary>Reads and writes datasets as lines of text.</summary>
/// <remarks>RDF 1.1 N-Quads; written in the canonical form of RDF Dataset Canonicalization 1.0 §5.</remarks>
public static class NQuads
{
    /// <summary>Most characters of a text that is read: 4 Mi.</summary>
    public const int MaximumLength = 4_194_304;

    private static readonly SearchValues<char> _notInIris = SearchValues.Create(
        [.. Enumerable.Range(0, 0x21).Select(unit => (char)unit), '<', '>', '"', '{', '}', '|', '^', '`', '\\']);

    private static readonly SearchValues<char> _escaped = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(unit => (char)unit), '"', '\\', '\u007F']);

    /// <summary>Reads a text.</summary>
    /// <param name="text">Lines of statements and comments.</param>
    /// <param name="quads">The statements as they come, repetitions included.</param>
    /// <param name="generalized">Whether predicates may be blank nodes, as in generalised RDF (RDF 1.1 §7).</param>
    /// <returns>False for text that is no N-Quads, or longer than <see cref="MaximumLength"/>.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out List<Quad>? quads, bool generalized = false)
    {
        var reader = new NQuadsReader(text, generalized);
        quads = text.Length <= MaximumLength && reader.TryReadAll() ? reader.Quads : null;
        return quads is not null;
    }

    /// <summary>Writes quads, one to a line, in the order in which they come.</summary>
    public static string Write(IEnumerable<Quad> quads)
    {
        var output = new StringBuilder();
        foreach (var quad in quads)
        {
            Write(quad, output, static (blank, text) => text.Append("_:").Append(blank.Label));
        }

        return output.ToString();
    }

    /// <summary>Whether the text can stand as an IRI: it has a scheme, and none of the characters that no IRI may have.</summary>
    internal static bool IsIri(string text) => JsonLd.Iris.SchemeLength(text) > 0 && !text.AsSpan().ContainsAny(_notInIris);

    /// <summary>Writes one line, and its blank nodes as the caller names them.</summary>
    internal static void Write(Quad quad, StringBuilder output, Action<BlankTerm, StringBuilder> writeBlank)
    {
        Write(quad.Subject, output, writeBlank);
        output.Append(' ');
        Write(quad.Predicate, output, writeBlank);
        output.Append(' ');
        Write(quad.Value, output, writeBlank);
        if (quad.Graph is not null)
        {
            output.Append(' ');
            Write(quad.Graph, output, writeBlank);
        }

        output.Append(" .\n");
    }

    private static void Write(RdfTerm term, StringBuilder output, Action<BlankTerm, StringBuilder> writeBlank)
    {
        switch (term)
        {
            case IriTerm iri:
                output.Append('<').Append(iri.Value).Append('>');
                break;
            case BlankTerm blank:
                writeBlank(blank, output);
                break;
            case LiteralTerm literal:
                WriteLiteral(literal, output);
                break;
        }
    }

    private static void WriteLiteral(LiteralTerm literal, StringBuilder output)
    {
        output.Append('"');
        var text = literal.Value.AsSpan();
        while (text.IndexOfAny(_escaped) is >= 0 and var at)
        {
            output.Append(text[..at]);
            WriteEscape(text[at], output);
            text = text[(at + 1)..];
        }

        output.Append(text).Append('"');
        if (literal.Language is not null)
        {
            output.Append('@').Append(literal.Language);
        }
        else if (literal.Datatype != RdfNames.XsdString)
        {
            output.Append("^^<").Append(literal.Datatype).Append('>');
        }
    }

    private static void WriteEscape(char character, StringBuilder output)
    {
        output.Append('\\');
        _ = character switch
        {
            '\b' => output.Append('b'),
            '\t' => output.Append('t'),
            '\n' => output.Append('n'),
            '\f' => output.Append('f'),
            '\r' => output.Append('r'),
            '"' or '\\' => output.Append(character),
            _ => output.Append("u00").Append("0123456789ABCDEF"[character >> 4]).Append("0123456789ABCDEF"[character & 0xF]),
        };
    }
}
