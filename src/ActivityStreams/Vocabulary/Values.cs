using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using PostMoney.ActivityStreams.Json;
using PostMoney.ActivityStreams.JsonLd;

namespace PostMoney.ActivityStreams.Vocabulary;

/// <summary>Reads single values, each in the one form that its specification gives it, and writes them.</summary>
/// <remarks>What has another form is null: nothing is guessed, converted or thrown (security case O-17).</remarks>
internal static class Values
{
    private static readonly JsonWriterOptions _writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The values of a member: the items of an array, or the value alone; none for null and a member that is not there.</summary>
    internal static IEnumerable<JsonElement> Items(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray(),
        JsonValueKind.Undefined or JsonValueKind.Null => [],
        _ => [value],
    };

    /// <summary>The one value of a member, which may stand in an array; undefined where there are several.</summary>
    internal static JsonElement Sole(JsonElement value) =>
        value.ValueKind != JsonValueKind.Array ? value : value.GetArrayLength() == 1 ? value[0] : default;

    internal static string? Text(JsonElement value) => JsonText.TryRead(value, out var text) ? text : null;

    internal static bool? Flag(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>An absolute IRI of any scheme (Activity Vocabulary §4, <c>xsd:anyURI</c>).</summary>
    internal static string? Iri(JsonElement value) => Text(value) is { } text && Iris.IsAbsolute(text) ? text : null;

    /// <summary><c>xsd:nonNegativeInteger</c> as a JSON number, up to 2^53 − 1, beyond which readers disagree (RFC 7493 §2.2).</summary>
    internal static long? Count(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var count) && count is >= 0 and <= (1L << 53) - 1 ? count : null;

    /// <summary><c>xsd:float</c> as a JSON number within bounds.</summary>
    internal static double? Number(JsonElement value, double least = double.MinValue, double most = double.MaxValue) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number >= least && number <= most ? number : null;

    /// <summary><c>xsd:decimal</c> as a text, or as a JSON number; at most 28 digits.</summary>
    internal static decimal? Quantity(JsonElement value) =>
        Forms.Decimal(value.ValueKind == JsonValueKind.Number ? value.GetRawText() : Text(value) ?? "");

    /// <summary>A time of ActivityStreams 2.0 Core §2.3: RFC 3339 with a zone, whose seconds may be left out.</summary>
    /// <returns>Null for a day or an hour that does not exist, leap seconds, and what lies outside the years 1 to 9999 in UTC. Digits after the seventh of a second are cut.</returns>
    internal static DateTimeOffset? Time(JsonElement value) => Forms.Time(Text(value));

    /// <summary><c>xsd:duration</c> of days and less (Activity Vocabulary §4, <c>duration</c>): up to 99,999,999 of each unit.</summary>
    /// <returns>Null too for years and months, which have no fixed length, and for what is negative.</returns>
    internal static TimeSpan? Duration(JsonElement value) => Forms.Duration(Text(value));

    /// <summary>Whether a text has the form of a language tag (RFC 5646 §2.1), without the grandfathered ones.</summary>
    internal static bool IsLanguage(string tag) => Forms.IsLanguage(tag);

    internal static JsonElement Of(string? text) => text is null ? default : Write(writer => writer.WriteStringValue(text));

    internal static JsonElement Of(bool? flag) => flag is { } value ? Write(writer => writer.WriteBooleanValue(value)) : default;

    internal static JsonElement Of(long? count) => count is { } value ? Write(writer => writer.WriteNumberValue(value)) : default;

    internal static JsonElement Of(double? number) => number is { } value ? Write(writer => writer.WriteNumberValue(value)) : default;

    /// <summary>A quantity as text, as FEP-0837 writes it.</summary>
    internal static JsonElement Of(decimal? quantity) => Of(quantity?.ToString(CultureInfo.InvariantCulture));

    internal static JsonElement Of(DateTimeOffset? time) =>
        Of(time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));

    internal static JsonElement Of(TimeSpan? span) => Of(span is { } value ? System.Xml.XmlConvert.ToString(value) : null);

    /// <summary>A list; a list of one as its one item, unless an array is what all servers send; nothing for an empty one.</summary>
    internal static JsonElement Of(IReadOnlyCollection<JsonElement> items, bool isArray) => items switch
    {
        { Count: 0 } => default,
        { Count: 1 } when !isArray => items.First(),
        _ => Write(writer =>
        {
            writer.WriteStartArray();
            foreach (var item in items)
            {
                item.WriteTo(writer);
            }

            writer.WriteEndArray();
        }),
    };

    /// <summary>A language map.</summary>
    internal static JsonElement Of(IReadOnlyCollection<KeyValuePair<string, string>> texts) => texts.Count == 0 ? default : Write(writer =>
    {
        writer.WriteStartObject();
        foreach (var (language, text) in texts)
        {
            writer.WriteString(language, text);
        }

        writer.WriteEndObject();
    });

    private static JsonElement Write(Action<Utf8JsonWriter> write)
    {
        var output = new ArrayBufferWriter<byte>(64);
        using var writer = new Utf8JsonWriter(output, _writing);
        write(writer);
        writer.Flush();
        return JsonElement.Parse(output.WrittenSpan, new() { MaxDepth = 128 });
    }
}
