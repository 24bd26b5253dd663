using System.Text.Json;
using System.Text.Json.Nodes;
using PostMoney.Core.Categories;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Tests.Categories;

/// <summary>Small categories and sections, written out.</summary>
internal static class CategoryText
{
    public static CategoryId Id(string name) => CategoryId.TryParse(name, out var id) ? id : throw new ArgumentException(name);

    public static JsonElement Json(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    public static CategorySchema Shipped(string name) => ShippedCategories.All.Single(c => c.Id.Value == name);

    /// <summary>A need whose constraints are these properties.</summary>
    public static string Need(string properties, string more = "") => Category("constraints", properties, more);

    /// <summary>An offer whose details are these properties.</summary>
    public static string Offer(string properties, string more = "") => Category("details", properties, more);

    public static Result<CategorySchema> ParseNeed(string properties, string more = "") =>
        CategorySchema.Parse(Id("need.lamp@v1"), Need(properties, more));

    public static Result<CategorySchema> ParseOffer(string properties, string more = "") =>
        CategorySchema.Parse(Id("offer.lamp@v1"), Offer(properties, more));

    /// <summary>The document with one change.</summary>
    public static string Changed(string document, Action<JsonObject> change)
    {
        var root = JsonNode.Parse(document)!.AsObject();
        change(root);
        return root.ToJsonString();
    }

    private static string Category(string section, string properties, string more) => $$"""
        {
          "title": "Lamp", "x-topic": "Lamps", "x-plural": "lamps", "type": "object", "additionalProperties": false,
          "properties": {
            "{{section}}": { "type": "object", "additionalProperties": false, "properties": { {{properties}} } }{{more}}
          }
        }
        """;
}
