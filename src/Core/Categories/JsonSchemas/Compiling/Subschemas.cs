using System.Globalization;
using System.Text.Json;

namespace PostMoney.Core.Categories.JsonSchemas.Compiling;

/// <summary>Where schemas stand inside a schema, by the 2020-12 applicator, unevaluated, content and core vocabularies.</summary>
internal static class Subschemas
{
    private static readonly HashSet<string> _single = new(StringComparer.Ordinal)
    {
        "not", "if", "then", "else", "items", "contains", "additionalProperties", "propertyNames",
        "unevaluatedItems", "unevaluatedProperties", "contentSchema",
    };

    private static readonly HashSet<string> _list = new(StringComparer.Ordinal) { "allOf", "anyOf", "oneOf", "prefixItems" };

    // "definitions" is the older name of $defs and stands in the 2020-12 meta-schema still.
    private static readonly HashSet<string> _map = new(StringComparer.Ordinal)
    {
        "properties", "patternProperties", "dependentSchemas", "$defs", "definitions",
    };

    /// <summary>The schemas directly inside, each with its JSON Pointer relative to this one. Only objects and booleans count.</summary>
    internal static IEnumerable<(string Pointer, JsonElement Element)> Of(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        foreach (var (pointer, element) in schema.EnumerateObject().SelectMany(Candidates))
        {
            if (element.ValueKind is JsonValueKind.Object or JsonValueKind.True or JsonValueKind.False)
            {
                yield return (pointer, element);
            }
        }
    }

    private static IEnumerable<(string Pointer, JsonElement Element)> Candidates(JsonProperty keyword)
    {
        var at = "/" + InstancePath.Escape(keyword.Name);
        return (keyword.Value.ValueKind, keyword.Name) switch
        {
            (JsonValueKind.Array, var name) when _list.Contains(name) =>
                keyword.Value.EnumerateArray().Select((item, i) => ($"{at}/{i.ToString(CultureInfo.InvariantCulture)}", item)),
            (JsonValueKind.Object, var name) when _map.Contains(name) =>
                keyword.Value.EnumerateObject().Select(p => ($"{at}/{InstancePath.Escape(p.Name)}", p.Value)),
            (_, var name) when _single.Contains(name) => [(at, keyword.Value)],
            _ => [],
        };
    }
}
