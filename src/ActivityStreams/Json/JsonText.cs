using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;

namespace PostMoney.ActivityStreams.Json;

/// <summary>Looks at the text of single JSON tokens that a reader has already found to be well formed.</summary>
internal static class JsonText
{
    /// <summary>Reads a string, without the exception that its own reader has for text that is none.</summary>
    /// <returns>False for another kind of value, half a surrogate pair, and bytes that are not UTF-8.</returns>
    internal static bool TryRead(JsonElement element, [NotNullWhen(true)] out string? text)
    {
        text = element.ValueKind == JsonValueKind.String && IsReadable(JsonMarshal.GetRawUtf8Value(element))
            ? element.GetString()
            : null;
        return text is not null;
    }

    /// <summary>Whether the raw text of a string or a name is UTF-8 and its surrogates are whole.</summary>
    internal static bool IsReadable(ReadOnlySpan<byte> raw) => Utf8.IsValid(raw) && IsWellFormed(raw);

    /// <summary>Whether every escaped surrogate stands in a pair.</summary>
    /// <param name="escaped">The inside of a JSON string, valid UTF-8. Unescaped text cannot hold a surrogate.</param>
    internal static bool IsWellFormed(ReadOnlySpan<byte> escaped)
    {
        var expectsLow = false;
        while (escaped.Length > 0)
        {
            var unit = NextUnit(ref escaped);
            if (expectsLow != (unit is >= 0xDC00 and <= 0xDFFF))
            {
                return false;
            }

            expectsLow = unit is >= 0xD800 and <= 0xDBFF;
        }

        return !expectsLow;
    }

    /// <summary>Whether a double can hold the number, even if with less precision.</summary>
    internal static bool IsFinite(ReadOnlySpan<byte> number) =>
        double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value);

    // The UTF-16 unit of an escape, or 0 for anything else, which is all that matters here.
    private static int NextUnit(ref ReadOnlySpan<byte> escaped)
    {
        if (escaped[0] != '\\')
        {
            var next = escaped.IndexOf((byte)'\\');
            escaped = next < 0 ? [] : escaped[next..];
            return 0;
        }

        if (escaped[1] != 'u')
        {
            escaped = escaped[2..];
            return 0;
        }

        _ = Utf8Parser.TryParse(escaped.Slice(2, 4), out int unit, out _, 'x');
        escaped = escaped[6..];
        return unit;
    }
}
