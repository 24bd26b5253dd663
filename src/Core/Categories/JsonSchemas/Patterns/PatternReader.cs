using System.Globalization;
using System.Text;

namespace PostMoney.Core.Categories.JsonSchemas.Patterns;

/// <summary>Reads an ECMA-262 pattern once from left to right and writes the .NET pattern beside it.</summary>
/// <remarks>ECMA-262 §22.2.1. Brackets and quantifiers are written through and judged by the .NET parser.</remarks>
internal sealed class PatternReader(string pattern)
{
    // .NET's \b knows the letters of all languages, ECMAScript's only those of ASCII.
    private const string Word = "[0-9A-Z_a-z]";
    private const string WordEdge = $"(?:(?<={Word})(?!{Word})|(?<!{Word})(?={Word}))";
    private const string NoWordEdge = $"(?:(?<={Word})(?={Word})|(?<!{Word})(?!{Word}))";
    private const int MostRepetitions = 1000;

    private static readonly string[] _groups = ["?:", "?=", "?!", "?<=", "?<!"];

    private readonly StringBuilder _written = new();
    private int _at;
    private bool _isBroken;

    /// <summary>The .NET pattern, or null when this is not a pattern that we understand.</summary>
    internal string? Translate()
    {
        while (_at < pattern.Length && !_isBroken)
        {
            Atom(pattern[_at]);
        }

        return _isBroken ? null : _written.ToString();
    }

    private void Atom(char first)
    {
        switch (first)
        {
            case '\\':
                Escape();
                break;
            case '[':
                Class();
                break;
            case '(':
                Group();
                break;
            case '{':
                Repetition();
                break;
            case '$':
                Write("\\z", 1);
                break;
            case '.':
                Write(CharacterClass.AnyInLine, 1);
                break;
            case '^' or '|' or ')' or '*' or '+' or '?':
                Write(first.ToString(), 1);
                break;
            default:
                WriteLiteral(CodePoint());
                break;
        }
    }

    private void Group()
    {
        var rest = pattern.AsSpan(_at + 1);
        if (!rest.StartsWith("?"))
        {
            Write("(", 1);
            return;
        }

        foreach (var group in _groups)
        {
            if (rest.StartsWith(group))
            {
                Write("(" + group, 1 + group.Length);
                return;
            }
        }

        if (rest.StartsWith("?<") && Name(_at + 3) is { } name)
        {
            Write($"(?<{name}>", 4 + name.Length);
            return;
        }

        _isBroken = true;
    }

    private void Repetition()
    {
        var end = pattern.IndexOf('}', _at);
        var bounds = end < 0 ? [] : pattern[(_at + 1)..end].Split(',');
        var isOpen = bounds.Length == 2 && bounds[1].Length == 0;
        var numbers = bounds.Take(isOpen ? 1 : 2).Select(Number).ToList();
        if (bounds.Length is 0 or > 2 || numbers.Any(n => n is null))
        {
            Write("\\{", 1);
            return;
        }

        _isBroken |= numbers.Any(n => n > MostRepetitions);
        Write(pattern[_at..(end + 1)], end + 1 - _at);
    }

    private static int? Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : digits.Length > 0 && digits.All(char.IsAsciiDigit) ? int.MaxValue
        : null;

    private void Escape()
    {
        var letter = _at + 1 < pattern.Length ? pattern[_at + 1] : '\0';
        switch (letter)
        {
            case 'b':
                Write(WordEdge, 2);
                break;
            case 'B':
                Write(NoWordEdge, 2);
                break;
            case 'k' when _at + 2 < pattern.Length && pattern[_at + 2] == '<' && Name(_at + 3) is { } name:
                Write($"\\k<{name}>", 4 + name.Length);
                break;
            case >= '1' and <= '9':
                var digits = pattern.AsSpan(_at + 1).IndexOfAnyExceptInRange('0', '9') is var n && n < 0 ? pattern.Length - _at - 1 : n;
                Write($"(?:\\{pattern.Substring(_at + 1, digits)})", 1 + digits);
                break;
            case 'd' or 'D' or 'w' or 'W' or 's' or 'S' or 'p' or 'P':
                var set = new CharacterClass();
                _isBroken |= !EscapeReader.TryReadSet(pattern, ref _at, set);
                _written.Append(set.Written());
                break;
            default:
                WriteLiteral(EscapedCodePoint());
                break;
        }
    }

    private void Class()
    {
        var set = new CharacterClass();
        _at++;
        var isOpposite = _at < pattern.Length && pattern[_at] == '^';
        _at += isOpposite ? 1 : 0;
        while (_at < pattern.Length && pattern[_at] != ']' && !_isBroken)
        {
            ClassMember(set);
        }

        _isBroken |= _at++ >= pattern.Length;
        if (!_isBroken)
        {
            _written.Append(isOpposite ? set.WrittenOpposite() : set.Written());
        }
    }

    private void ClassMember(CharacterClass set)
    {
        if (EscapeReader.IsSet(pattern, _at))
        {
            _isBroken |= !EscapeReader.TryReadSet(pattern, ref _at, set);
            return;
        }

        var from = ClassCodePoint();
        var to = from;
        if (_at + 1 < pattern.Length && pattern[_at] == '-' && pattern[_at + 1] != ']' && !EscapeReader.IsSet(pattern, _at + 1))
        {
            _at++;
            to = ClassCodePoint();
        }

        _isBroken |= from > to;
        set.Add(from, to);
    }

    private int ClassCodePoint()
    {
        if (pattern[_at] != '\\')
        {
            return CodePoint();
        }

        if (_at + 1 < pattern.Length && pattern[_at + 1] == 'b')
        {
            _at += 2;
            return '\b';
        }

        return EscapedCodePoint();
    }

    private int EscapedCodePoint()
    {
        if (EscapeReader.TryReadCodePoint(pattern, ref _at, out var codePoint))
        {
            return codePoint;
        }

        _isBroken = true;
        return 0;
    }

    private int CodePoint()
    {
        var status = Rune.DecodeFromUtf16(pattern.AsSpan(_at), out var rune, out var length);
        _isBroken |= status != System.Buffers.OperationStatus.Done;
        _at += length;
        return rune.Value;
    }

    private string? Name(int start)
    {
        var end = pattern.IndexOf('>', start);
        var name = end < 0 ? "" : pattern[start..end];
        return name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') ? name : null;
    }

    private void WriteLiteral(int codePoint)
    {
        var text = _isBroken ? "" : char.ConvertFromUtf32(codePoint);
        var units = string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) ? c.ToString() : CodePoints.Unit(c)));
        _written.Append(text.Length > 1 ? $"(?:{units})" : units);
    }

    private void Write(string text, int read)
    {
        _written.Append(text);
        _at += read;
    }
}
