using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using PostMoney.ActivityStreams.Json;

namespace PostMoney.ActivityStreams.Discovery;

/// <summary>Reads and writes NodeInfo documents.</summary>
/// <remarks>
/// NodeInfo 2.0 and 2.1, by their schemas at nodeinfo.diaspora.software. What is written fits its schema; what is read may
/// leave out usage and services, as many servers do, but has no wrong types.
/// </remarks>
public static class NodeInfoJson
{
    /// <summary>The media type of a version.</summary>
    public static string MediaType(NodeInfoVersion version) =>
        $"application/json; profile=\"{NodeInfoLinks.RelOf(version)}#\"";

    /// <summary>Writes a document.</summary>
    public static byte[] Write(NodeInfo info, NodeInfoVersion version)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output))
        {
            writer.WriteStartObject();
            writer.WriteString("version", Number(version));
            WriteSoftware(writer, info, version);
            WriteTexts(writer, "protocols", info.Protocols);
            writer.WriteStartObject("services");
            WriteTexts(writer, "inbound", []);
            WriteTexts(writer, "outbound", []);
            writer.WriteEndObject();
            writer.WriteBoolean("openRegistrations", info.OpenRegistrations);
            WriteUsage(writer, info);
            writer.WriteStartObject("metadata");
            foreach (var (name, value) in info.Metadata)
            {
                writer.WriteString(name, value);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }

    /// <summary>Reads a document of either version.</summary>
    /// <returns>False for bad JSON, another version, a missing name or version of the software, no protocol, a wrong type or a negative figure.</returns>
    public static bool TryRead(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out NodeInfo? info)
    {
        info = null;
        if (!StrictJson.TryParse(utf8, out var root, out _)
            || Text(root, "version") is not ("2.0" or "2.1")
            || Member(root, "software") is not { ValueKind: JsonValueKind.Object } software
            || Text(software, "name") is not { Length: > 0 } name
            || Text(software, "version") is not { } softwareVersion
            || Member(root, "protocols") is not { ValueKind: JsonValueKind.Array } protocols
            || Member(root, "openRegistrations") is not { ValueKind: JsonValueKind.True or JsonValueKind.False } registrations)
        {
            return false;
        }

        var spoken = protocols.EnumerateArray().Select(protocol => JsonText.TryRead(protocol, out var text) ? text : null).ToList();
        var usage = Member(root, "usage") ?? default;
        var users = Member(usage, "users") ?? default;
        if (spoken.Count == 0
            || spoken.Contains(null)
            || !TryReadFigure(users, "total", out var total)
            || !TryReadFigure(users, "activeHalfyear", out var halfyear)
            || !TryReadFigure(users, "activeMonth", out var month)
            || !TryReadFigure(usage, "localPosts", out var posts)
            || !TryReadFigure(usage, "localComments", out var comments))
        {
            return false;
        }

        info = new NodeInfo
        {
            SoftwareName = name,
            SoftwareVersion = softwareVersion,
            Repository = Text(software, "repository"),
            Homepage = Text(software, "homepage"),
            Protocols = [.. spoken.OfType<string>()],
            OpenRegistrations = registrations.GetBoolean(),
            TotalUsers = total,
            ActiveHalfyear = halfyear,
            ActiveMonth = month,
            LocalPosts = posts,
            LocalComments = comments,
        };
        return true;
    }

    /// <summary>A version as it is written, <c>2.0</c> or <c>2.1</c>.</summary>
    public static string Number(NodeInfoVersion version) => version == NodeInfoVersion.V20 ? "2.0" : "2.1";

    private static void WriteSoftware(Utf8JsonWriter writer, NodeInfo info, NodeInfoVersion version)
    {
        writer.WriteStartObject("software");
        writer.WriteString("name", info.SoftwareName);
        writer.WriteString("version", info.SoftwareVersion);
        foreach (var (name, value) in new[] { ("repository", info.Repository), ("homepage", info.Homepage) })
        {
            // 2.0 does not know them and lets nothing else in.
            if (value is not null && version != NodeInfoVersion.V20)
            {
                writer.WriteString(name, value);
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteUsage(Utf8JsonWriter writer, NodeInfo info)
    {
        writer.WriteStartObject("usage");
        writer.WriteStartObject("users");
        WriteFigure(writer, "total", info.TotalUsers);
        WriteFigure(writer, "activeHalfyear", info.ActiveHalfyear);
        WriteFigure(writer, "activeMonth", info.ActiveMonth);
        writer.WriteEndObject();
        WriteFigure(writer, "localPosts", info.LocalPosts);
        WriteFigure(writer, "localComments", info.LocalComments);
        writer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    private static void WriteFigure(Utf8JsonWriter writer, string name, long? figure)
    {
        if (figure is { } value)
        {
            writer.WriteNumber(name, value);
        }
    }

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    private static string? Text(JsonElement element, string name) =>
        Member(element, name) is { } value && JsonText.TryRead(value, out var text) ? text : null;

    private static bool TryReadFigure(JsonElement element, string name, out long? figure)
    {
        figure = null;
        if (Member(element, name) is not { ValueKind: not JsonValueKind.Null } value)
        {
            return true;
        }

        figure = value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var read) && read >= 0 ? read : null;
        return figure is not null;
    }
}
