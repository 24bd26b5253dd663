using System.Text.Json;
using PostMoney.Core.Categories.JsonSchemas.Compiling;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Categories.Reading;

/// <summary>What a category may say, beyond being a JSON Schema: known words only, nothing outside itself, nothing of money.</summary>
internal static class CategoryRules
{
    private const int MostRefusals = 20;

    // Every keyword of draft 2020-12 that can make sense in a document that stands for itself.
    private static readonly HashSet<string> _standard = new(StringComparer.Ordinal)
    {
        "$schema", "$id", "$anchor", "$ref", "$comment", "$defs", "title", "description", "default", "deprecated", "examples",
        "readOnly", "writeOnly", "type", "const", "enum", "multipleOf", "maximum", "exclusiveMaximum", "minimum",
        "exclusiveMinimum", "maxLength", "minLength", "pattern", "maxItems", "minItems", "uniqueItems", "maxContains",
        "minContains", "maxProperties", "minProperties", "required", "dependentRequired", "format", "allOf", "anyOf", "oneOf",
        "not", "if", "then", "else", "dependentSchemas", "properties", "additionalProperties", "propertyNames", "items",
        "prefixItems", "contains",
    };

    private static readonly HashSet<string> _onTheWhole = new(StringComparer.Ordinal) { "x-topic", "x-plural", "x-icon" };

    private static readonly HashSet<string> _onFields = new(StringComparer.Ordinal)
    {
        "x-unit", "x-help", "x-order", "x-widget", "x-match", "x-private",
    };

    private static readonly HashSet<string> _formats = new(StringComparer.Ordinal) { "date", "date-time" };

    /// <summary>Every rule that the document breaks, 20 at most.</summary>
    internal static List<Refusal> Broken(JsonElement document) => [.. At(document, "").Take(MostRefusals)];

    private static IEnumerable<Refusal> At(JsonElement schema, string place) => schema.ValueKind != JsonValueKind.Object
        ? []
        : Here(schema, place).Concat(Subschemas.Of(schema).SelectMany(s => At(s.Element, place + s.Pointer)));

    private static IEnumerable<Refusal> Here(JsonElement schema, string place) =>
        schema.EnumerateObject().Select(keyword => Judged(keyword, place)).Concat(Names(schema, place)).OfType<Refusal>();

    private static Refusal? Judged(JsonProperty keyword, string place) => keyword.Name switch
    {
        "$schema" when keyword.Value.GetString()!.TrimEnd('#') != MetaSchemas.Draft202012 =>
            CategoryRefusals.Keyword(keyword.Name, Spoken(place), "must be " + MetaSchemas.Draft202012),
        "$id" when place.Length > 0 => CategoryRefusals.UnknownKeyword(keyword.Name, Spoken(place)),
        "$ref" when !keyword.Value.GetString()!.StartsWith('#') => CategoryRefusals.RemoteReference(Spoken(place)),
        "format" when !_formats.Contains(keyword.Value.GetString()!) =>
            CategoryRefusals.Keyword(keyword.Name, Spoken(place), "must be date or date-time"),
        "title" or "x-unit" or "x-topic" or "x-plural" when SpeaksOfMoney(keyword.Value) =>
            CategoryRefusals.Money(Short(keyword.Value.GetString()!), Spoken(place)),
        var name when Knows(name, place) => null,
        var name => CategoryRefusals.UnknownKeyword(Short(name), Spoken(place)),
    };

    private static IEnumerable<Refusal?> Names(JsonElement schema, string place) =>
        schema.TryGetProperty("properties", out var properties)
            ? properties.EnumerateObject()
                .Where(p => MoneyWords.AreInName(p.Name))
                .Select(p => CategoryRefusals.Money(Short(p.Name), Spoken(place)))
            : [];

    // Annotations for fields may stand wherever a field's schema can be, which is anywhere but at the top.
    private static bool Knows(string keyword, string place) =>
        _standard.Contains(keyword) || (place.Length == 0 ? _onTheWhole : _onFields).Contains(keyword);

    private static bool SpeaksOfMoney(JsonElement label) =>
        label.ValueKind == JsonValueKind.String && MoneyWords.AreInLabel(label.GetString()!);

    private static string Spoken(string place) => place.Length == 0 ? "the top" : Short(place);

    private static string Short(string text) => text.Length <= 80 ? text : text[..80] + "…";
}
