using System.Text.Json;
using PostMoney.Core.Categories.JsonSchemas;

namespace PostMoney.Core.Categories.Reading;

/// <summary>The schema of one field, read through its <c>$ref</c>s: a keyword that stands nearer goes before one that is referred to.</summary>
internal sealed class FieldSource
{
    private const int MostReferences = 5;

    private readonly List<JsonElement> _layers = [];
    private readonly JsonElement _document;

    internal FieldSource(JsonElement document, JsonElement schema)
    {
        _document = document;
        JsonElement? layer = schema;
        while (layer is { ValueKind: JsonValueKind.Object } known && _layers.Count <= MostReferences)
        {
            _layers.Add(known);
            layer = known.TryGetProperty("$ref", out var reference) ? Follow(document, reference.GetString()!) : null;
        }
    }

    /// <summary>The value of a keyword, or null.</summary>
    internal JsonElement? Find(string keyword)
    {
        foreach (var layer in _layers)
        {
            if (layer.TryGetProperty(keyword, out var value))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The value of a keyword where it is text, or null.</summary>
    internal string? Text(string keyword) => Find(keyword) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>The value of a keyword where it is a whole number of ordinary size, or null.</summary>
    internal int? Count(string keyword) =>
        Find(keyword) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var count) ? count : null;

    /// <summary>The value of a keyword where it is a number of at most 28 digits, or null.</summary>
    internal decimal? Number(string keyword) =>
        Find(keyword) is { ValueKind: JsonValueKind.Number } number && number.TryGetDecimal(out var value) ? value : null;

    /// <summary>Whether a keyword is there and true.</summary>
    internal bool IsTrue(string keyword) => Find(keyword) is { ValueKind: JsonValueKind.True };

    /// <summary>The schema of the items of a list, or null.</summary>
    internal FieldSource? Items() => Find("items") is { ValueKind: JsonValueKind.Object } items ? new FieldSource(_document, items) : null;

    /// <summary>The choices: <c>oneOf</c> with <c>const</c> and <c>title</c>, or <c>enum</c> of texts. Null when it has none.</summary>
    internal IReadOnlyList<FieldOption>? Options()
    {
        if (Find("oneOf") is { } alternatives)
        {
            var options = alternatives.EnumerateArray().Select(Option).ToList();
            return options.OfType<FieldOption>().ToList() is var read && read.Count == options.Count ? read : null;
        }

        return Find("enum") is { } values && values.EnumerateArray().All(v => v.ValueKind == JsonValueKind.String)
            ? [.. values.EnumerateArray().Select(v => new FieldOption(v.GetString()!, v.GetString()!))]
            : null;
    }

    private static FieldOption? Option(JsonElement alternative) =>
        alternative.ValueKind == JsonValueKind.Object
        && alternative.TryGetProperty("const", out var value) && value.ValueKind == JsonValueKind.String
            ? new FieldOption(
                value.GetString()!,
                alternative.TryGetProperty("title", out var title) ? title.GetString()! : value.GetString()!)
            : null;

    private static JsonElement? Follow(JsonElement document, string reference)
    {
        var pointer = Uri.UnescapeDataString(reference[1..]);
        if (pointer.Length > 0 && pointer[0] != '/')
        {
            return null;
        }

        var here = document;
        foreach (var token in pointer.Split('/').Skip(1))
        {
            if (here.ValueKind != JsonValueKind.Object || !here.TryGetProperty(InstancePath.Unescape(token), out here))
            {
                return null;
            }
        }

        return here;
    }
}
