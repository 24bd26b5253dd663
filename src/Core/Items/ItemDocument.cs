using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PostMoney.Core.Categories;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Items;

/// <summary>Writes an item's content as the JSON-LD record that is signed.</summary>
/// <remarks>Shape: <c>FEDERATION.md</c>, "Records". Reading is in <see cref="ItemDocumentReader"/>.</remarks>
public static class ItemDocument
{
    /// <summary>The contexts of every record, in this order.</summary>
    public static IReadOnlyList<string> Contexts { get; } =
    [
        "https://www.w3.org/ns/activitystreams",
        "https://w3id.org/security/data-integrity/v2",
        "https://w3id.org/postmoney/ns/v1",
    ];

    /// <summary>The names of a category's public sections.</summary>
    public static IReadOnlyList<string> SectionNames { get; } = ["constraints", "details", "requirements"];

    /// <summary>The record without a proof.</summary>
    public static JsonElement Write(ItemContent content)
    {
        var record = new JsonObject
        {
            ["@context"] = Context(),
            ["id"] = Item.UrnOf(content.Id),
            ["type"] = content.Category.Kind == ItemKind.Need ? "Need" : "Offer",
            ["version"] = content.Version,
            ["attributedTo"] = content.Issuer,
            ["authority"] = content.Authority,
            ["category"] = content.Category.Value,
            ["title"] = content.Title,
            ["summary"] = content.Summary,
            ["window"] = WindowOf(content.Window),
            ["visibility"] = content.Visibility.ToString().ToLowerInvariant(),
            ["discoverable"] = content.Discoverable,
            ["published"] = Time(content.Published),
        };
        foreach (var section in content.Sections.EnumerateObject())
        {
            record[section.Name] = JsonNode.Parse(section.Value.GetRawText());
        }

        AddWhatIsThere(record, content);
        return JsonSerializer.SerializeToElement(record);
    }

    /// <summary>The record that takes an item back.</summary>
    public static JsonElement WriteTombstone(Item item, string authority, DateTimeOffset at) => JsonSerializer.SerializeToElement(
        new JsonObject
        {
            ["@context"] = Context(),
            ["id"] = item.Urn,
            ["type"] = "Tombstone",
            ["formerType"] = item.Kind == ItemKind.Need ? "Need" : "Offer",
            ["version"] = item.Version + 1,
            ["attributedTo"] = item.Issuer,
            ["authority"] = authority,
            ["deleted"] = Time(at),
        });

    /// <summary>The contexts as a JSON array.</summary>
    public static JsonArray Context() => [.. Contexts.Select(context => JsonValue.Create(context))];

    /// <summary>A window as JSON.</summary>
    public static JsonObject WindowOf(Window window) => new() { ["from"] = Time(window.From), ["to"] = Time(window.To) };

    /// <summary>A time to the second in UTC, RFC 3339.</summary>
    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static void AddWhatIsThere(JsonObject record, ItemContent content)
    {
        if (content.Priority is { } priority)
        {
            record["priority"] = priority.ToString().ToLowerInvariant();
        }

        if (content.Units is { } units)
        {
            record["units"] = units;
        }

        if (content.AskedOfferId is { } offer)
        {
            record["offer"] = Item.UrnOf(offer);
        }

        if (content.Group is { } group)
        {
            record["group"] = group;
        }

        if (content.To.Count > 0)
        {
            record["to"] = new JsonArray([.. content.To.Select(did => JsonValue.Create(did))]);
        }

        if (content.Parts.Count > 0)
        {
            record["payload"] = new JsonObject
            {
                ["keyId"] = content.KeyId,
                ["parts"] = new JsonArray([.. content.Parts.Select(Part)]),
            };
        }
    }

    private static JsonObject Part(PartDigest part)
    {
        var json = new JsonObject { ["name"] = part.Name };
        if (part.Digest.Length > 0)
        {
            json["digest"] = part.Digest;
        }

        return json;
    }
}
