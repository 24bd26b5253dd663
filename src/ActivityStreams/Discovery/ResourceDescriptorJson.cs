using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using PostMoney.ActivityStreams.Json;

namespace PostMoney.ActivityStreams.Discovery;

/// <summary>Reads and writes descriptors as <c>application/jrd+json</c>.</summary>
/// <remarks>RFC 7033 §4.4. Members that it does not define are passed over, as §4.4 asks; those of a wrong type are not.</remarks>
public static class ResourceDescriptorJson
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/jrd+json";

    /// <summary>Reads a descriptor.</summary>
    /// <returns>False for bad JSON, a member of a wrong type, a link without <c>rel</c>, and too many entries.</returns>
    public static bool TryRead(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out ResourceDescriptor? descriptor)
    {
        descriptor = null;
        if (!StrictJson.TryParse(utf8, out var root, out _)
            || root.ValueKind != JsonValueKind.Object
            || !TryReadText(root, "subject", out var subject)
            || !TryReadText(root, "expires", out var expiresText)
            || !TryReadTime(expiresText, out var expires)
            || !TryReadList(root, "aliases", Text, out var aliases)
            || !TryReadMap(root, "properties", out var properties)
            || !TryReadList(root, "links", Link, out var links))
        {
            return false;
        }

        descriptor = new ResourceDescriptor
        {
            Subject = subject,
            Expires = expires,
            Aliases = aliases,
            Properties = properties,
            Links = links,
        };
        return true;
    }

    /// <summary>Writes a descriptor, without what is empty.</summary>
    public static byte[] Write(ResourceDescriptor descriptor)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output))
        {
            writer.WriteStartObject();
            WriteText(writer, "subject", descriptor.Subject);
            WriteText(writer, "expires", descriptor.Expires?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            WriteList(writer, "aliases", descriptor.Aliases, writer.WriteStringValue);
            WriteMap(writer, "properties", descriptor.Properties);
            WriteList(writer, "links", descriptor.Links, link => WriteLink(writer, link));
            writer.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }

    internal static bool TryReadTime(string? text, out DateTimeOffset? time)
    {
        time = DateTimeOffset.TryParseExact(
            text, "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read) ? read : null;
        return text is null || time is not null;
    }

    private static ResourceLink? Link(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object
        && TryReadText(element, "rel", out var rel)
        && rel is not null
        && TryReadText(element, "type", out var type)
        && TryReadText(element, "href", out var href)
        && TryReadText(element, "template", out var template)
        && TryReadMap(element, "titles", out var titles)
        && titles.All(title => title.Value is not null)
        && TryReadMap(element, "properties", out var properties)
            ? new ResourceLink(
                rel, type, href, template, [.. titles.Select(title => KeyValuePair.Create(title.Key, title.Value!))], properties)
            : null;

    private static string? Text(JsonElement element) => JsonText.TryRead(element, out var text) ? text : null;

    private static bool TryReadText(JsonElement element, string name, out string? text)
    {
        text = null;
        return !element.TryGetProperty(name, out var value) || JsonText.TryRead(value, out text);
    }

    private static bool TryReadList<T>(JsonElement element, string name, Func<JsonElement, T?> read, out List<T> list)
        where T : class
    {
        list = [];
        if (!element.TryGetProperty(name, out var value))
        {
            return true;
        }

        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > ResourceDescriptor.MaximumEntries)
        {
            return false;
        }

        list = [.. value.EnumerateArray().Select(read).OfType<T>()];
        return list.Count == value.GetArrayLength();
    }

    private static bool TryReadMap(JsonElement element, string name, out List<KeyValuePair<string, string?>> map)
    {
        map = [];
        if (!element.TryGetProperty(name, out var value))
        {
            return true;
        }

        if (value.ValueKind != JsonValueKind.Object || value.GetPropertyCount() > ResourceDescriptor.MaximumEntries)
        {
            return false;
        }

        map = [.. value.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, Text(member.Value)))];
        return value.EnumerateObject().All(member => member.Value.ValueKind is JsonValueKind.String or JsonValueKind.Null);
    }

    private static void WriteLink(Utf8JsonWriter writer, ResourceLink link)
    {
        writer.WriteStartObject();
        WriteText(writer, "rel", link.Rel);
        WriteText(writer, "type", link.Type);
        WriteText(writer, "href", link.Href);
        WriteText(writer, "template", link.Template);
        WriteMap(writer, "titles", [.. (link.Titles ?? []).Select(title => KeyValuePair.Create(title.Key, (string?)title.Value))]);
        WriteMap(writer, "properties", link.Properties ?? []);
        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }

    private static void WriteList<T>(Utf8JsonWriter writer, string name, IReadOnlyList<T> list, Action<T> write)
    {
        if (list.Count > 0)
        {
            writer.WriteStartArray(name);
            foreach (var entry in list)
            {
                write(entry);
            }

            writer.WriteEndArray();
        }
    }

    private static void WriteMap(Utf8JsonWriter writer, string name, IReadOnlyList<KeyValuePair<string, string?>> map)
    {
        if (map.Count > 0)
        {
            writer.WriteStartObject(name);
            foreach (var (key, value) in map)
            {
                writer.WriteString(key, value);
            }

            writer.WriteEndObject();
        }
    }
}
