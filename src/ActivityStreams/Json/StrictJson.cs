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
        problem = Check(utf8);
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
            // Everything else has been checked above.
            problem = StrictJsonProblem.DuplicateName;
            return false;
        }
    }

    private static StrictJsonProblem Check(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MaximumBytes)
        {
            return StrictJsonProblem.TooLarge;
        }

        if (!Utf8.IsValid(utf8) || utf8.StartsWith("\uFEFF"u8))
        {
            return StrictJsonProblem.NotUtf8;
        }

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
