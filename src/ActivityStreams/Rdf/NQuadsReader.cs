using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace PostMoney.ActivityStreams.Rdf;

/// <summary>Reads N-Quads, character by character (RDF 1.1 N-Quads §4).</summary>
internal sealed class NQuadsReader(string text, bool generalized)
{
    private int _at;

    internal List<Quad> Quads { get; } = [];

    internal bool TryReadAll()
    {
        while (_at < text.Length)
        {
            SkipBlanks();
            if (!AtLineEnd() && !TryReadStatement())
            {
                return false;
            }

            SkipBlanks();
            SkipComment();
            if (!TrySkipLineEnd())
            {
                return false;
            }
        }

        return true;
    }

    private bool TryReadStatement()
    {
        if (!TryReadResource(out var subject)
            || !TryReadResource(out var predicate)
            || (predicate is not IriTerm && !generalized)
            || !TryReadObject(out var value))
        {
            return false;
        }

        SkipBlanks();
        RdfTerm? graph = null;
        if (Peek() != '.' && !TryReadResource(out graph))
        {
            return false;
        }

        SkipBlanks();
        if (Peek() != '.')
        {
            return false;
        }

        _at++;
        Quads.Add(new Quad(subject, predicate, value, graph));
        return true;
    }

    private bool TryReadResource([NotNullWhen(true)] out RdfTerm? term)
    {
        SkipBlanks();
        term = null;
        if (Peek() == '<')
        {
            term = TryReadIri(out var iri) ? new IriTerm(iri) : null;
        }
        else if (Peek() == '_')
        {
            term = ReadBlank();
        }

        return term is not null;
    }

    private bool TryReadObject([NotNullWhen(true)] out RdfTerm? term)
    {
        SkipBlanks();
        if (Peek() != '"')
        {
            return TryReadResource(out term);
        }

        term = TryReadQuoted('"', out var value) ? ReadLiteral(value) : null;
        return term is not null;
    }

    private LiteralTerm? ReadLiteral(string value)
    {
        if (Peek() == '@')
        {
            var start = ++_at;
            while (char.IsAsciiLetterOrDigit(Peek()) || Peek() == '-')
            {
                _at++;
            }

            return _at > start && char.IsAsciiLetter(text[start]) ? new LiteralTerm(value, RdfNames.LangString, text[start.._at]) : null;
        }

        if (!text.AsSpan(_at).StartsWith("^^"))
        {
            return LiteralTerm.Of(value);
        }

        _at += 2;
        return Peek() == '<' && TryReadIri(out var datatype) ? new LiteralTerm(value, datatype) : null;
    }

    private bool TryReadIri([NotNullWhen(true)] out string? iri) =>
        TryReadQuoted('>', out iri) && NQuads.IsIri(iri);

    private BlankTerm? ReadBlank()
    {
        if (!text.AsSpan(_at).StartsWith("_:"))
        {
            return null;
        }

        var start = _at + 2;
        _at = start;
        while (IsLabelCharacter(Peek()))
        {
            _at++;
        }

        // A point ends the statement where nothing of the label follows it.
        while (_at > start && text[_at - 1] == '.')
        {
            _at--;
        }

        return _at > start && text[start] is not ('-' or '.') ? new BlankTerm(text[start.._at]) : null;
    }

    private static bool IsLabelCharacter(char character) =>
        char.IsAsciiLetterOrDigit(character) || character is '_' or ':' or '-' or '.' or '\u00B7' || character >= '\u00C0';

    private bool TryReadQuoted(char end, [NotNullWhen(true)] out string? value)
    {
        value = null;
        var start = ++_at;
        StringBuilder? unescaped = null;
        while (_at < text.Length && text[_at] != end)
        {
            if (text[_at] is '\n' or '\r')
            {
                return false;
            }

            if (text[_at] != '\\')
            {
                _ = unescaped?.Append(text[_at]);
                _at++;
                continue;
            }

            unescaped ??= new StringBuilder(text, start, _at - start, _at - start + 16);
            if (!TryReadEscape(unescaped, end == '"'))
            {
                return false;
            }
        }

        value = _at < text.Length ? unescaped?.ToString() ?? text[start.._at] : null;
        _at++;
        return value is not null;
    }

    private bool TryReadEscape(StringBuilder output, bool inLiteral)
    {
        _at++;
        var kind = Peek();
        _at++;
        if (kind is 'u' or 'U')
        {
            return TryReadCodePoint(kind == 'u' ? 4 : 8, output);
        }

        var at = "tbnrf\"'\\".IndexOf(kind, StringComparison.Ordinal);
        if (at < 0 || !inLiteral)
        {
            return false;
        }

        output.Append("\t\b\n\r\f\"'\\"[at]);
        return true;
    }

    private bool TryReadCodePoint(int digits, StringBuilder output)
    {
        if (_at + digits > text.Length
            || !int.TryParse(text.AsSpan(_at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var point)
            || !Rune.IsValid(point))
        {
            return false;
        }

        _at += digits;
        output.Append(new Rune(point).ToString());
        return true;
    }

    private char Peek() => _at < text.Length ? text[_at] : '\0';

    private bool AtLineEnd() => _at >= text.Length || text[_at] is '\n' or '\r' or '#';

    private void SkipBlanks()
    {
        while (Peek() is ' ' or '\t')
        {
            _at++;
        }
    }

    private void SkipComment()
    {
        if (Peek() == '#')
        {
            while (_at < text.Length && text[_at] is not ('\n' or '\r'))
            {
                _at++;
            }
        }
    }

    private bool TrySkipLineEnd()
    {
        if (_at < text.Length && text[_at] is not ('\n' or '\r'))
        {
            return false;
        }

        while (Peek() is '\n' or '\r')
        {
            _at++;
        }

        return true;
    }
}
