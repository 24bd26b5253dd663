using System.Buffers;
using System.Text.Json;
using PostMoney.Core.Categories.JsonSchemas;
using PostMoney.Core.Categories.JsonSchemas.Values;

namespace PostMoney.Core.Categories.Reading;

/// <summary>JSON from outside on its way to be checked.</summary>
internal static class CategoryDocument
{
    /// <summary>The object that the text holds; null when it is not one, or names a property twice.</summary>
    internal static JsonElement? Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 40 });
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The same sections with the absent public ones as empty objects, so that what they require is found missing.</summary>
    /// <returns>Null when they are not an object, or so large or broken that no reader should touch them.</returns>
    internal static JsonElement? WithEmptySections(JsonElement sections, ItemKind kind, IReadOnlyList<CategorySection> known)
    {
        var screening = new Screening(SchemaLimits.Default.Values, SchemaLimits.Default.Depth);
        if (sections.ValueKind != JsonValueKind.Object || screening.FirstFault(sections) is not null)
        {
            return null;
        }

        var absent = Section.Of(kind).Where(name =>
            name != Section.Payload && known.Any(s => s.Name == name) && !sections.TryGetProperty(name, out _));
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var section in sections.EnumerateObject())
            {
                section.WriteTo(writer);
            }

            foreach (var name in absent)
            {
                writer.WriteStartObject(name);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        var reader = new Utf8JsonReader(buffer.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }
}
