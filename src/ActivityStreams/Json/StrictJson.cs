using System.Text.Json;
using System.Text.Unicode;

namespace PostMoney.ActivityStreams.Json;

/// <summary>Reads JSON from outside so that every reader of it sees the same document, within fixed limits.</summary>
/// <remarks>RFC 8259 narrowed to I-JSON (RFC 7493), which canonicalisation (RFC 8785) needs. Never throws for bad input.</remarks>
public static class StrictJson
{
    /// <summary>Most bytes of a text: 1 MiB.</summary>
    public const int MaximumBytes = 1_048_576;

    /// <summary>Most objects and arrays within one another.</summary>
    public const int MaximumDepth = 32;

    /// <summary>Most values: objects, arrays, strings, numbers and literals, without the names of members.</summary>
    public const int MaximumValues = 20_000;

    // One level more, so that depth is found by the count below and not by an exception.
    private static readonly JsonReaderOptions _reading = new() { MaxDepth = MaximumDepth + 1 };

    private static readonly JsonDocumentOptions _parsing = new() { MaxDepth = MaximumDepth, AllowDuplicateProperties = false };

    /// <summary>Reads a whole text.</summary>
    /// <returns>The document's root, which lives on its own and needs no disposing; or false and the first problem found.</returns>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out JsonElement root, out StrictJsonProblem problem)
    {
        root = default;
        problem = utf8.Length > MaximumBytes ? StrictJsonProblem.TooLarge
            : !Utf8.IsValid(utf8) || utf8.StartsWith("\uFEFF"u8) ? StrictJsonProblem.NotUtf8
            : MayHideFromParser(utf8) ? Check(utf8)
            : StrictJsonProblem.None;
        if (problem != StrictJsonProblem.None)
        {
            return false;
        }

        try
        {
            root = JsonElement.Parse(utf8, _parsing);
            return true;
        }
        catch (JsonException)
        {
            // The parser does not say what it minds. What the check finds nothing wrong with has a name twice.
            problem = Check(utf8);
            problem = problem == StrictJsonProblem.None ? StrictJsonProblem.DuplicateName : problem;
            return false;
        }
    }

    // Most texts are read once. What the parser would let through can only be in one that is long enough for too many values,
    // each of which takes two bytes with its comma, that escapes a surrogate, or that has a number too large for a double.
    private static bool MayHideFromParser(ReadOnlySpan<byte> utf8) => utf8.Length >= 2 * MaximumValues
        || utf8.IndexOf("\\ud"u8) >= 0
        || utf8.IndexOf("\\uD"u8) >= 0
        || MayHaveLargeNumber(utf8);

    // Without an exponent, fewer digits than that are always within a double. Digits in strings are taken for numbers.
    private static bool MayHaveLargeNumber(ReadOnlySpan<byte> utf8)
    {
        const int ManyDigits = 300;
        for (var at = utf8.IndexOfAnyInRange((byte)'0', (byte)'9'); at >= 0; at = utf8.IndexOfAnyInRange((byte)'0', (byte)'9'))
        {
            var end = at + 1;
            while (end < utf8.Length && char.IsAsciiDigit((char)utf8[end]))
            {
                end++;
            }

            if (end - at >= ManyDigits || (end < utf8.Length && utf8[end] is (byte)'e' or (byte)'E'))
            {
                return true;
            }

            utf8 = utf8[end..];
        }

        return false;
    }

    private static StrictJsonProblem Check(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return CheckTokens(utf8);
        }
        catch (JsonException)
        {
            return StrictJsonProblem.Malformed;
        }
    }

    private static StrictJsonProblem CheckTokens(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, _reading);
        var values = 0;
        while (reader.Read())
        {
            var problem = CheckToken(ref reader);
            if (problem != StrictJsonProblem.None)
            {
                return problem;
            }

            var isValue = reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.EndObject or JsonTokenType.EndArray);
            if (isValue && ++values > MaximumValues)
            {
                return StrictJsonProblem.TooManyValues;
            }
        }

        return StrictJsonProblem.None;
    }

    private static StrictJsonProblem CheckToken(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject or JsonTokenType.StartArray when reader.CurrentDepth >= MaximumDepth =>
            StrictJsonProblem.TooDeep,
        JsonTokenType.String or JsonTokenType.PropertyName
            when reader.ValueIsEscaped && !JsonText.IsWellFormed(reader.ValueSpan) => StrictJsonProblem.LoneSurrogate,
        JsonTokenType.Number when !JsonText.IsFinite(reader.ValueSpan) => StrictJsonProblem.NumberOutOfRange,
        _ => StrictJsonProblem.None,
    };
}
