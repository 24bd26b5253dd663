using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace PostMoney.ActivityStreams.Http.StructuredFields;

/// <summary>Reads plain values (RFC 8941 §4.2.3.1 to §4.2.8, RFC 9651 §4.2.9 and §4.2.10).</summary>
internal static class BareItemReader
{
    internal static bool TryRead(ReadOnlySpan<char> text, ref int at, [NotNullWhen(true)] out BareItem? item)
    {
        item = (at < text.Length ? text[at] : '\0') switch
        {
            '-' or (>= '0' and <= '9') => ReadNumber(text, ref at),
            '"' => ReadText(text, ref at),
            ':' => ReadBytes(text, ref at),
            '?' => ReadFlag(text, ref at),
            '@' => ReadMoment(text, ref at),
            '%' => ReadDisplayText(text, ref at),
            var letter when FieldCharacters.BeginsToken(letter) => ReadToken(text, ref at),
            _ => null,
        };
        return item is not null;
    }

    private static BareItem? ReadNumber(ReadOnlySpan<char> text, ref int at)
    {
        var from = at;
        at += text[at] == '-' ? 1 : 0;
        var whole = CountDigits(text, ref at);
        if (whole is 0 or > 15)
        {
            return null;
        }

        if (at >= text.Length || text[at] != '.')
        {
            return new BareItem.WholeNumber(long.Parse(text[from..at], CultureInfo.InvariantCulture));
        }

        at++;
        var fraction = CountDigits(text, ref at);
        return whole <= 12 && fraction is > 0 and <= 3
            ? new BareItem.Fraction(decimal.Parse(text[from..at], NumberStyles.Float, CultureInfo.InvariantCulture))
            : null;
    }

    private static BareItem.Text? ReadText(ReadOnlySpan<char> text, ref int at)
    {
        var inside = text[(at + 1)..];
        var plain = inside.IndexOfAny('"', '\\');
        if (plain >= 0 && inside[plain] == '"' && FieldCharacters.ArePrintable(inside[..plain]))
        {
            at += plain + 2;
            return new BareItem.Text(inside[..plain].ToString());
        }

        var value = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter == '"')
            {
                at++;
                return new BareItem.Text(value.ToString());
            }

            if (letter == '\\')
            {
                at++;
                letter = at < text.Length && text[at] is '"' or '\\' ? text[at] : '\0';
            }

            if (!FieldCharacters.IsPrintable(letter))
            {
                return null;
            }

            value.Append(letter);
        }

        return null;
    }

    // Missing padding and unused bits that are set are refused, as §4.2.7 lets one choose: one value has one text.
    private static BareItem.Bytes? ReadBytes(ReadOnlySpan<char> text, ref int at)
    {
        var length = text[(at + 1)..].IndexOf(':');
        if (length < 0)
        {
            return null;
        }

        var encoded = text.Slice(at + 1, length);
        var padding = length - encoded.TrimEnd('=').Length;
        at += length + 2;
        if (length % 4 > 0 || padding > 2)
        {
            return null;
        }

        var bytes = new byte[(length / 4 * 3) - padding];
        return Convert.TryFromBase64Chars(encoded, bytes, out var count) && count == bytes.Length && EndsAsWritten(encoded, bytes)
            ? new BareItem.Bytes(bytes)
            : null;
    }

    // Of letters that stand for as many bytes as they can, only the last four can be written in several ways.
    private static bool EndsAsWritten(ReadOnlySpan<char> encoded, ReadOnlySpan<byte> bytes)
    {
        Span<char> end = stackalloc char[4];
        return bytes.IsEmpty
            || (Convert.TryToBase64Chars(bytes[((bytes.Length - 1) / 3 * 3)..], end, out _) && encoded.EndsWith(end));
    }

    private static BareItem.Flag? ReadFlag(ReadOnlySpan<char> text, ref int at)
    {
        at += 2;
        return at <= text.Length && text[at - 1] is '0' or '1' ? new BareItem.Flag(text[at - 1] == '1') : null;
    }

    private static BareItem.Moment? ReadMoment(ReadOnlySpan<char> text, ref int at)
    {
        at++;
        return at < text.Length && (text[at] == '-' || char.IsAsciiDigit(text[at]))
            && ReadNumber(text, ref at) is BareItem.WholeNumber number
            ? new BareItem.Moment(number.Value)
            : null;
    }

    private static BareItem.DisplayText? ReadDisplayText(ReadOnlySpan<char> text, ref int at)
    {
        if (at + 1 >= text.Length || text[at + 1] != '"')
        {
            return null;
        }

        var value = new List<byte>();
        for (at += 2; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter == '"')
            {
                at++;
                var utf8 = value.ToArray();
                return Utf8.IsValid(utf8) ? new BareItem.DisplayText(Encoding.UTF8.GetString(utf8)) : null;
            }

            if (!FieldCharacters.IsPrintable(letter))
            {
                return null;
            }

            if (letter != '%')
            {
                value.Add((byte)letter);
                continue;
            }

            if (at + 2 >= text.Length || !char.IsAsciiHexDigitLower(text[at + 1]) || !char.IsAsciiHexDigitLower(text[at + 2]))
            {
                return null;
            }

            value.Add(byte.Parse(text.Slice(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            at += 2;
        }

        return null;
    }

    private static BareItem.Token ReadToken(ReadOnlySpan<char> text, ref int at)
    {
        var from = at;
        while (at < text.Length && FieldCharacters.IsInToken(text[at]))
        {
            at++;
        }

        return new BareItem.Token(text[from..at].ToString());
    }

    private static int CountDigits(ReadOnlySpan<char> text, ref int at)
    {
        var from = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at - from;
    }
}
