using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using PostMoney.ActivityStreams.Json;

namespace PostMoney.ActivityStreams.JsonLd.Tree;

/// <summary>Turns parsed JSON into trees and back.</summary>
internal static class JsonTree
{
    // Text reaches other programs as JSON, never as HTML.
    private static readonly JsonWriterOptions _writing = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 4 * JsonLdLimits.Depth,
    };

    /// <summary>Reads a value, counting it as work.</summary>
    /// <exception cref="JsonLdRefusal">It is too deep or too large, or a string is no text.</exception>
    internal static Value Read(JsonElement element, Work work, int depth = 0)
    {
        work.Step(1);
        if (depth > JsonLdLimits.Depth)
        {
            throw new JsonLdRefusal(JsonLdProblem.TooMuchWork);
        }

        return element.ValueKind switch
        {
            JsonValueKind.Object => ReadMap(element, work, depth),
            JsonValueKind.Array => ReadList(element, work, depth),
            JsonValueKind.String => new TextValue(ReadText(element)),
            JsonValueKind.Number => ReadNumber(element),
            JsonValueKind.True => FlagValue.True,
            JsonValueKind.False => FlagValue.False,
            JsonValueKind.Null => NullValue.Only,
            _ => throw new JsonLdRefusal(JsonLdProblem.LoadingDocumentFailed),
        };
    }

    /// <summary>Reads the members of an object but one into a map.</summary>
    internal static void ReadMembers(JsonElement element, string except, MapValue map, Work work)
    {
        foreach (var member in element.EnumerateObject())
        {
            if (!member.NameEquals(except))
            {
                map.Set(ReadName(member), Read(member.Value, work, 1));
            }
        }
    }

    /// <summary>Writes a value as JSON that stands on its own.</summary>
    /// <exception cref="JsonLdRefusal">It is nested too deeply.</exception>
    internal static JsonElement ToElement(Value value) =>
        JsonElement.Parse(ToBytes(value).WrittenSpan, new() { MaxDepth = _writing.MaxDepth });

    /// <summary>The canonical text of a value (RFC 8785), as JSON literals are written in RDF.</summary>
    internal static string ToCanonicalText(Value value)
    {
        var output = new ArrayBufferWriter<byte>(256);
        return CanonicalWriter.TryWrite(ToElement(value), output)
            ? System.Text.Encoding.UTF8.GetString(output.WrittenSpan)
            : throw new JsonLdRefusal(JsonLdProblem.InvalidJsonLiteral);
    }

    private static MapValue ReadMap(JsonElement element, Work work, int depth)
    {
        var map = new MapValue(element.GetPropertyCount());
        foreach (var member in element.EnumerateObject())
        {
            map.Set(ReadName(member), Read(member.Value, work, depth + 1));
        }

        return map;
    }

    private static ListValue ReadList(JsonElement element, Work work, int depth)
    {
        var list = new ListValue(element.GetArrayLength());
        foreach (var item in element.EnumerateArray())
        {
            list.Add(Read(item, work, depth + 1));
        }

        return list;
    }

    private static NumberValue ReadNumber(JsonElement element) =>
        element.TryGetDouble(out var number) && double.IsFinite(number)
            ? new NumberValue(number, element.GetRawText())
            : throw new JsonLdRefusal(JsonLdProblem.LoadingDocumentFailed);

    private static string ReadText(JsonElement element) =>
        JsonText.TryRead(element, out var text) ? text : throw new JsonLdRefusal(JsonLdProblem.LoadingDocumentFailed);

    private static string ReadName(JsonProperty member) =>
        JsonText.IsReadable(System.Runtime.InteropServices.JsonMarshal.GetRawUtf8PropertyName(member))
            ? member.Name
            : throw new JsonLdRefusal(JsonLdProblem.LoadingDocumentFailed);

    private static ArrayBufferWriter<byte> ToBytes(Value value)
    {
        var output = new ArrayBufferWriter<byte>(2_048);
        using var writer = new Utf8JsonWriter(output, _writing);
        Write(value, writer);
        writer.Flush();
        return output;
    }

    private static void Write(Value value, Utf8JsonWriter writer)
    {
        if (writer.CurrentDepth >= _writing.MaxDepth - 1)
        {
            throw new JsonLdRefusal(JsonLdProblem.TooMuchWork);
        }

        switch (value)
        {
            case MapValue map:
                writer.WriteStartObject();
                foreach (var (name, member) in map.Members)
                {
                    writer.WritePropertyName(name);
                    Write(member, writer);
                }

                writer.WriteEndObject();
                break;
            case ListValue list:
                writer.WriteStartArray();
                foreach (var item in list.All)
                {
                    Write(item, writer);
                }

                writer.WriteEndArray();
                break;
            case TextValue text:
                writer.WriteStringValue(text.Content);
                break;
            case NumberValue number:
                writer.WriteRawValue(number.Raw, skipInputValidation: true);
                break;
            case FlagValue flag:
                writer.WriteBooleanValue(flag.IsTrue);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}
