using System.Text.Json;
using System.Text.Json.Nodes;
using PostMoney.Core.Access;
using PostMoney.Core.Categories;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Items;

/// <summary>Reads a record into types. What the record must not have, or has in another shape, is refused by name.</summary>
public static class ItemDocumentReader
{
    private static readonly HashSet<string> _known = new(StringComparer.Ordinal)
    {
        "@context", "id", "type", "version", "attributedTo", "authority", "category", "title", "summary", "window", "constraints", "details",
        "requirements", "priority", "units", "offer", "visibility", "group", "to", "discoverable", "payload", "published", "proof",
    };

    /// <summary>The content of a need or offer.</summary>
    public static Result<ItemContent> Read(JsonElement record)
    {
        var reader = new RecordReader(record, _known);
        var kind = reader.Choice("type", "Need", "Offer");
        var category = reader.Text("category");
        if (!CategoryId.TryParse(category, out var categoryId) || categoryId.Kind.ToString() != kind)
        {
            return new Refusal(RefusalKind.Invalid, "record.shape", "The record does not have the shape it should have.", "category");
        }

        var window = reader.Object("window", "from", "to");
        var isNeed = kind == "Need";
        var content = new ItemContent
        {
            Id = reader.Urn("id") ?? Guid.Empty,
            Version = reader.Integer("version", 1, 1_000_000),
            Issuer = reader.Text("attributedTo"),
            Authority = reader.Text("authority"),
            Category = categoryId,
            Title = reader.Text("title"),
            Summary = reader.Text("summary"),
            Window = new Window(window.Time("from"), window.Time("to")),
            Sections = Sections(record),
            Priority = isNeed ? Enum.Parse<Priority>(reader.Choice("priority", "normal", "urgent"), ignoreCase: true) : null,
            Units = isNeed ? null : reader.Integer("units", 1, Offer.MostUnits),
            AskedOfferId = isNeed ? reader.OptionalUrn("offer") : null,
            Visibility = Enum.Parse<Visibility>(reader.Choice("visibility", "public", "node", "group", "direct"), ignoreCase: true),
            Group = reader.OptionalText("group"),
            To = reader.OptionalTexts("to", ItemRules.MostReaders),
            Discoverable = reader.Flag("discoverable"),
            Parts = Parts(reader),
            Published = reader.Time("published"),
        };
        if ((isNeed && reader.Has("units")) || (!isNeed && (reader.Has("priority") || reader.Has("offer"))))
        {
            reader.Problem("type");
        }

        return reader.Finish(content);
    }

    private static List<PartDigest> Parts(RecordReader reader)
    {
        if (!reader.Has("payload"))
        {
            return [];
        }

        // The key's name follows from item and version; the rules compare the whole record with its rewritten form.
        var payload = reader.Object("payload", "keyId", "parts");
        payload.Text("keyId");
        return [.. payload.Objects("parts", 16, "name", "digest").Select(part => new PartDigest(part.Text("name"), part.OptionalText("digest") ?? ""))];
    }

    private static JsonElement Sections(JsonElement record)
    {
        var sections = new JsonObject();
        if (record.ValueKind == JsonValueKind.Object)
        {
            foreach (var name in ItemDocument.SectionNames)
            {
                if (record.TryGetProperty(name, out var section))
                {
                    sections[name] = JsonNode.Parse(section.GetRawText());
                }
            }
        }

        return JsonSerializer.SerializeToElement(sections);
    }
}
