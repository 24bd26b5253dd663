using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using PostMoney.ActivityStreams.Json;

namespace PostMoney.ActivityStreams.Origins;

/// <summary>Whom an activity is for: <c>to</c>, <c>cc</c>, <c>audience</c>, and the blind <c>bto</c> and <c>bcc</c>.</summary>
/// <remarks>ActivityPub §5.1, §6 and §7.1; Activity Vocabulary §4. At most <see cref="MaximumRecipients"/> ids in all.</remarks>
public sealed class Audience
{
    /// <summary>Most recipients of one activity, everybody included.</summary>
    public const int MaximumRecipients = 100;

    /// <summary>The collection that stands for everybody.</summary>
    public const string Everybody = "https://www.w3.org/ns/activitystreams#Public";

    private static readonly string[] _open = ["to", "cc", "audience"];

    private static readonly string[] _blind = ["bto", "bcc"];

    private Audience(IReadOnlyList<string> open, IReadOnlyList<string> blind, bool isPublic)
    {
        Open = open;
        Blind = blind;
        IsPublic = isPublic;
    }

    /// <summary>Ids that all recipients see, each once, without everybody.</summary>
    public IReadOnlyList<string> Open { get; }

    /// <summary>Ids that no recipient sees, each once, without those that are open.</summary>
    public IReadOnlyList<string> Blind { get; }

    /// <summary>Whether everybody is among them, in any of the three ways of writing it.</summary>
    public bool IsPublic { get; }

    /// <summary>All ids to deliver to, each once.</summary>
    public IEnumerable<string> Recipients => Open.Concat(Blind);

    /// <summary>Reads the audience of an activity or object that <see cref="StrictJson"/> has read.</summary>
    /// <returns>False for a recipient that is no text and no object with an id, and for too many; nothing is passed over.</returns>
    public static bool TryRead(JsonElement document, [NotNullWhen(true)] out Audience? audience)
    {
        audience = null;
        if (document.ValueKind != JsonValueKind.Object || !TryReadAll(document, _open, out var open) || !TryReadAll(document, _blind, out var blind))
        {
            return false;
        }

        var everybody = open.Concat(blind).Any(IsEverybody);
        var seen = open.Where(id => !IsEverybody(id)).Distinct(StringComparer.Ordinal).ToList();
        audience = new Audience(seen, [.. blind.Where(id => !IsEverybody(id)).Except(seen, StringComparer.Ordinal)], everybody);
        return open.Count + blind.Count <= MaximumRecipients;
    }

    /// <summary>The document without <c>bto</c> and <c>bcc</c>, at any depth, as it is to be sent (ActivityPub §6).</summary>
    /// <remarks>Take them away before signing. Security case K-19.</remarks>
    public static byte[] WithoutBlind(JsonElement document)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output))
        {
            WriteWithoutBlind(document, writer);
        }

        return output.WrittenSpan.ToArray();
    }

    private static bool TryReadAll(JsonElement document, string[] names, out List<string> ids)
    {
        ids = [];
        foreach (var name in names)
        {
            if (!document.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            foreach (var entry in value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : Enumerable.Repeat(value, 1))
            {
                if (Id(entry) is not { Length: > 0 and <= WebId.MaximumLength } id || ids.Count > MaximumRecipients)
                {
                    return false;
                }

                ids.Add(id);
            }
        }

        return true;
    }

    private static string? Id(JsonElement entry) =>
        entry.ValueKind == JsonValueKind.Object ? DocumentOwner.Reference(entry, "id")
        : JsonText.TryRead(entry, out var text) ? text
        : null;

    private static bool IsEverybody(string id) => id is Everybody or "as:Public" or "Public";

    private static void WriteWithoutBlind(JsonElement value, Utf8JsonWriter writer)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject().Where(member => !_blind.Contains(member.Name)))
                {
                    writer.WritePropertyName(member.Name);
                    WriteWithoutBlind(member.Value, writer);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    WriteWithoutBlind(item, writer);
                }

                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
