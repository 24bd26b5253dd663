using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PostMoney.Core.Categories.Wording;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Categories.Forms;

/// <summary>The value of a field as text in a form, and back.</summary>
internal static class FieldText
{
    private const string LocalMinutes = "yyyy-MM-dd'T'HH:mm";
    private const string LocalSeconds = "yyyy-MM-dd'T'HH:mm:ss";

    private static readonly string[] _localTimes = [LocalMinutes, LocalSeconds, LocalSeconds + ".FFF"];

    /// <summary>Reads what was posted for a field; null when it was left empty.</summary>
    internal static Result<JsonNode?> Read(CategoryField field, IReadOnlyList<string> posted, TimeZoneInfo zone)
    {
        if (field.Type == FieldType.Boolean)
        {
            return Ticked(field, posted);
        }

        var texts = posted.Select(t => t.Trim()).Where(t => t.Length > 0).ToList();
        if (texts.Count == 0)
        {
            return (JsonNode?)null;
        }

        if (texts.Count > 1 && field.Type != FieldType.Choices)
        {
            return FieldSentences.WrongType(field);
        }

        return field.Type switch
        {
            FieldType.Choices => Chosen(field, texts),
            FieldType.Choice => IsOption(field, texts[0]) ? JsonValue.Create(texts[0]) : FieldSentences.NoChoice(field),
            FieldType.Number or FieldType.WholeNumber => Number(field, texts[0]),
            FieldType.DateTime => Moment(field, texts[0], zone),
            FieldType.Date => FieldFormats.IsDate(texts[0]) ? JsonValue.Create(texts[0]) : FieldSentences.WrongType(field),
            FieldType.Time => Time(field, texts[0]),
            _ => Text(field, texts[0]),
        };
    }

    /// <summary>The texts that a form shows for a stored value; none for a value that is not the field's.</summary>
    internal static IReadOnlyList<string> Show(CategoryField field, JsonElement value, TimeZoneInfo zone) => (field.Type, value.ValueKind) switch
    {
        (FieldType.Boolean, JsonValueKind.True) => ["true"],
        (FieldType.Number or FieldType.WholeNumber, JsonValueKind.Number) =>
            [value.TryGetDecimal(out var number) ? Numbers.Written(number) : value.GetRawText()],
        (FieldType.Choices, JsonValueKind.Array) =>
            [.. value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!)],
        (FieldType.DateTime, JsonValueKind.String) when FieldFormats.Moment(value.GetString()!) is { } moment =>
            [Local(TimeZoneInfo.ConvertTime(moment, zone))],
        (not FieldType.Boolean and not FieldType.Number and not FieldType.WholeNumber and not FieldType.Choices, JsonValueKind.String) =>
            [value.GetString()!],
        _ => [],
    };

    // A page may post "false" beside the box, so that the name is there in any case.
    private static JsonValue? Ticked(CategoryField field, IReadOnlyList<string> posted) =>
        posted.Any(p => p is "true" or "on" or "1") ? JsonValue.Create(true)
        : field is { IsRequired: true, IsAgreement: false } ? JsonValue.Create(false)
        : null;

    private static Result<JsonNode?> Chosen(CategoryField field, List<string> texts) => texts.All(t => IsOption(field, t))
        ? new JsonArray([.. field.Options.Where(o => texts.Contains(o.Value)).Select(o => JsonValue.Create(o.Value))])
        : FieldSentences.NoChoice(field);

    private static bool IsOption(CategoryField field, string text) => field.Options.Any(o => o.Value == text);

    private static Result<JsonNode?> Number(CategoryField field, string text)
    {
        if (Numbers.TryRead(text, out var number) && (field.Type == FieldType.Number || decimal.IsInteger(number)))
        {
            return JsonNode.Parse(Numbers.Written(number));
        }

        return text.Contains(',', StringComparison.Ordinal) && Numbers.TryRead(text.Replace(',', '.'), out _)
            ? FieldSentences.Of(field, "type", $"{field.Label}: please write the number with a point, such as 2.5, and without commas.")
            : FieldSentences.WrongType(field);
    }

    private static Result<JsonNode?> Time(CategoryField field, string text)
    {
        var minutes = text.Length == 8 && text.EndsWith(":00", StringComparison.Ordinal) ? text[..5] : text;
        return FieldFormats.IsTime(minutes) ? JsonValue.Create(minutes) : FieldSentences.WrongType(field);
    }

    private static Result<JsonNode?> Moment(CategoryField field, string text, TimeZoneInfo zone)
    {
        if (FieldFormats.Moment(text) is { } moment)
        {
            return JsonValue.Create(Written(moment.UtcDateTime));
        }

        if (!DateTime.TryParseExact(text, _localTimes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return FieldSentences.WrongType(field);
        }

        return zone.IsInvalidTime(local)
            ? FieldSentences.Of(field, "skipped-hour", $"{field.Label}: this hour does not exist, the clocks go forward that night.")
            : JsonValue.Create(Written(TimeZoneInfo.ConvertTimeToUtc(local, zone)));
    }

    private static string Written(DateTime utc) => utc.ToString(LocalSeconds + "'Z'", CultureInfo.InvariantCulture);

    private static string Local(DateTimeOffset moment) =>
        moment.ToString(moment.Second == 0 ? LocalMinutes : LocalSeconds, CultureInfo.InvariantCulture);

    private static Result<JsonNode?> Text(CategoryField field, string text)
    {
        var lines = text.ReplaceLineEndings("\n");
        var tidy = field.IsMultiline ? lines : lines.Replace('\n', ' ');
        return IsPrintable(tidy)
            ? JsonValue.Create(tidy)
            : FieldSentences.Of(field, "text", $"{field.Label} has characters that cannot be shown.");
    }

    // Control characters, and halves of characters that a record could not hold.
    private static bool IsPrintable(string text)
    {
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) != System.Buffers.OperationStatus.Done
                || (Rune.IsControl(rune) && rune.Value is not ('\n' or '\t')))
            {
                return false;
            }

            rest = rest[length..];
        }

        return true;
    }
}
