using System.Globalization;

namespace PostMoney.Core.Categories.JsonSchemas.Patterns;

/// <summary>Reads the escapes of ECMA-262 patterns that stand for one character or for a set of characters.</summary>
/// <remarks>ECMA-262 §22.2.1, ClassEscape and CharacterEscape. A backslash before a letter without meaning is refused, as with flag <c>u</c>.</remarks>
internal static class EscapeReader
{
    // Unicode general categories, long name = short name (UAX #44, table 12).
    private const string Categories = """
        Letter=L Cased_Letter=LC Uppercase_Letter=Lu Lowercase_Letter=Ll Titlecase_Letter=Lt
        Modifier_Letter=Lm Other_Letter=Lo Mark=M Nonspacing_Mark=Mn Spacing_Mark=Mc Enclosing_Mark=Me
        Number=N Decimal_Number=Nd digit=Nd Letter_Number=Nl Other_Number=No Punctuation=P punct=P
        Connector_Punctuation=Pc Dash_Punctuation=Pd Open_Punctuation=Ps Close_Punctuation=Pe
        Initial_Punctuation=Pi Final_Punctuation=Pf Other_Punctuation=Po Symbol=S Math_Symbol=Sm
        Currency_Symbol=Sc Modifier_Symbol=Sk Other_Symbol=So Separator=Z Space_Separator=Zs
        Line_Separator=Zl Paragraph_Separator=Zp Other=C Control=Cc Format=Cf Private_Use=Co Unassigned=Cn
        """;

    private static readonly Dictionary<string, string> _categories = Categories
        .Split([' ', '\n'])
        .Select(c => c.Split('='))
        .ToDictionary(c => c[0], c => c[1], StringComparer.Ordinal);

    /// <summary>Whether a set, such as <c>\d</c> or <c>\p{L}</c>, stands here.</summary>
    internal static bool IsSet(string pattern, int at) =>
        at + 1 < pattern.Length && pattern[at] == '\\' && "dDwWsSpP".Contains(pattern[at + 1], StringComparison.Ordinal);

    /// <summary>Adds the set that stands here, and steps over it.</summary>
    internal static bool TryReadSet(string pattern, ref int at, CharacterClass set)
    {
        var letter = pattern[at + 1];
        at += 2;
        if (letter is not ('p' or 'P'))
        {
            set.AddShorthand(letter);
            return true;
        }

        var end = at < pattern.Length && pattern[at] == '{' ? pattern.IndexOf('}', at) : -1;
        if (end < 0)
        {
            return false;
        }

        var name = pattern[(at + 1)..end];
        at = end + 1;
        return letter == 'p' ? TryAdd(name, set) : TryAddOpposite(name, set);
    }

    /// <summary>Reads the character that a backslash and what follows stand for, and steps over it.</summary>
    internal static bool TryReadCodePoint(string pattern, ref int at, out int codePoint)
    {
        codePoint = 0;
        var letter = at + 1 < pattern.Length ? pattern[at + 1] : '\0';
        at += 2;
        switch (letter)
        {
            case 't' or 'n' or 'v' or 'f' or 'r':
                codePoint = letter switch { 't' => '\t', 'n' => '\n', 'v' => '\v', 'f' => '\f', _ => '\r' };
                return true;
            case '0':
                return at >= pattern.Length || !char.IsAsciiDigit(pattern[at]);
            case 'c' when at < pattern.Length && char.IsAsciiLetter(pattern[at]):
                codePoint = pattern[at++] % 32;
                return true;
            case 'x':
                return TryReadHex(pattern, ref at, 2, out codePoint);
            case 'u':
                return TryReadUnicode(pattern, ref at, out codePoint);
            default:
                codePoint = letter;
                return letter is > ' ' and < '\x7f' && !char.IsAsciiLetterOrDigit(letter);
        }
    }

    private static bool TryReadUnicode(string pattern, ref int at, out int codePoint)
    {
        codePoint = 0;
        if (at < pattern.Length && pattern[at] == '{')
        {
            var end = pattern.IndexOf('}', at);
            var digits = end < 0 ? "" : pattern[(at + 1)..end];
            at = end + 1;
            return int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out codePoint)
                && System.Text.Rune.IsValid(codePoint);
        }

        if (!TryReadHex(pattern, ref at, 4, out codePoint))
        {
            return false;
        }

        if (char.IsHighSurrogate((char)codePoint) && pattern.AsSpan(at).StartsWith("\\u"))
        {
            at += 2;
            if (!TryReadHex(pattern, ref at, 4, out var low) || !char.IsLowSurrogate((char)low))
            {
                return false;
            }

            codePoint = char.ConvertToUtf32((char)codePoint, (char)low);
        }

        return System.Text.Rune.IsValid(codePoint);
    }

    private static bool TryReadHex(string pattern, ref int at, int length, out int value)
    {
        value = 0;
        var read = at + length <= pattern.Length
            && int.TryParse(pattern.AsSpan(at, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
        at += length;
        return read;
    }

    private static bool TryAdd(string name, CharacterClass set)
    {
        switch (name)
        {
            case "Any":
                set.Add(0, CodePoints.Last);
                return true;
            case "ASCII":
                set.Add(0, 0x7F);
                return true;
            case "Alphabetic" or "Alpha":
                set.AddProperty("L");
                set.AddProperty("Nl");
                return true;
        }

        if (Category(name) is not { } category)
        {
            return false;
        }

        foreach (var part in category == "LC" ? ["Lu", "Ll", "Lt"] : new[] { category })
        {
            set.AddProperty(part);
        }

        return true;
    }

    private static bool TryAddOpposite(string name, CharacterClass set)
    {
        if (name == "ASCII")
        {
            set.Add(0x80, CodePoints.Last);
            return true;
        }

        if (Category(name) is not { } category || category == "LC")
        {
            return false;
        }

        set.AddOppositeProperty(category);
        return true;
    }

    private static string? Category(string name)
    {
        var value = name.StartsWith("gc=", StringComparison.Ordinal) ? name[3..]
            : name.StartsWith("General_Category=", StringComparison.Ordinal) ? name[17..]
            : name;
        return _categories.GetValueOrDefault(value) ?? (_categories.ContainsValue(value) ? value : null);
    }
}
