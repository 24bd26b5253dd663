using System.Globalization;
using System.Text.Json;
using PostMoney.Core.Categories;

namespace PostMoney.Web.Display;

/// <summary>One public field of an item in words.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Text">What it says.</param>
public sealed record Fact(string Label, string Text)
{
    /// <summary>Every public field that says something, in the order of the form; of one section alone where it is named.</summary>
    public static IReadOnlyList<Fact> Of(
        CategorySchema schema, JsonElement sections, TimeZoneInfo zone, DateTimeOffset now, string? only = null)
    {
        var facts = new List<Fact>();
        foreach (var field in schema.Fields.Where(field => !field.IsPrivate && (only is null || field.Section == only)))
        {
            if (sections.TryGetProperty(field.Section, out var section) && section.TryGetProperty(field.Property, out var value)
                && TextOf(field, value, zone, now) is { Length: > 0 } text)
            {
                facts.Add(new Fact(field.Label, text));
            }
        }

        return facts;
    }

    /// <summary>Label and text in one; a plain yes needs no word.</summary>
    public string Sentence => Text == "yes" ? Label : $"{Label}: {Text}";

    private static string TextOf(CategoryField field, JsonElement value, TimeZoneInfo zone, DateTimeOffset now) => value.ValueKind switch
    {
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.Number => field.Unit is null ? value.GetRawText() : $"{value.GetRawText()} {field.Unit}",
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(entry => field.LabelOf(entry.GetString() ?? ""))),
        JsonValueKind.String when field.Type == FieldType.DateTime
            && DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, out var moment) => When.Moment(moment, zone, now),
        JsonValueKind.String => field.LabelOf(value.GetString()!),
        _ => "",
    };
}
