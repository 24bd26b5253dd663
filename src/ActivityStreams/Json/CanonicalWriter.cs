using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace PostMoney.ActivityStreams.Json;

/// <summary>Writes elements in the form of RFC 8785, and objects with a member left out or put in.</summary>
internal static class CanonicalWriter
{
    private static readonly SearchValues<char> _escaped =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(unit => (char)unit), '"', '\\']);

    internal static bool TryWrite(JsonElement element, IBufferWriter<byte> output) => element.ValueKind switch
    {
        JsonValueKind.Object => TryWriteObject(element, output),
        JsonValueKind.Array => TryWriteArray(element, output),
        JsonValueKind.String => TryWriteString(element, output),
        JsonValueKind.Number => TryWriteNumber(element, output),
        JsonValueKind.True => Write("true"u8, output),
        JsonValueKind.False => Write("false"u8, output),
        JsonValueKind.Null => Write("null"u8, output),
        _ => false,
    };

    /// <summary>Writes an object, and <paramref name="extra"/> as one more member of it.</summary>
    internal static bool TryWriteObject(JsonElement element, IBufferWriter<byte> output, (string Name, JsonElement Value)? extra = null)
    {
        var members = ReadMembers(element);
        if (extra is { } added)
        {
            members?.Add(added);
        }

        return members is not null && TryWriteMembers(members, output);
    }

    /// <summary>Writes an object without the member of this name.</summary>
    /// <param name="element">The object.</param>
    /// <param name="name">The member to leave out.</param>
    /// <param name="output">Gets the canonical bytes.</param>
    /// <param name="leftOut">That member's value, unchecked; undefined where there is none.</param>
    internal static bool TryWriteObjectWithout(JsonElement element, string name, IBufferWriter<byte> output, out JsonElement leftOut)
    {
        leftOut = default;
        var members = ReadMembers(element);
        var index = members is null ? -1 : members.FindIndex(member => member.Name == name);
        if (index >= 0)
        {
            leftOut = members![index].Value;
            members.RemoveAt(index);

            // A second one would be neither signed nor read.
            if (members.Exists(member => member.Name == name))
            {
                return false;
            }
        }

        return members is not null && TryWriteMembers(members, output);
    }

    // Null where a name has no canonical form.
    private static List<(string Name, JsonElement Value)>? ReadMembers(JsonElement element)
    {
        var members = new List<(string Name, JsonElement Value)>(element.GetPropertyCount() + 1);
        foreach (var member in element.EnumerateObject())
        {
            var raw = JsonMarshal.GetRawUtf8PropertyName(member);
            if (!JsonText.IsReadable(raw))
            {
                return null;
            }

            members.Add((member.Name, member.Value));
        }

        return members;
    }

    private static bool TryWriteMembers(List<(string Name, JsonElement Value)> members, IBufferWriter<byte> output)
    {
        // By UTF-16 unit (§3.2.3): neither culture order nor the order of UTF-8 bytes.
        members.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        output.Write("{"u8);
        for (var i = 0; i < members.Count; i++)
        {
            if (i > 0)
            {
                if (members[i].Name == members[i - 1].Name)
                {
                    return false;
                }

                output.Write(","u8);
            }

            WriteString(members[i].Name, output);
            output.Write(":"u8);
            if (!TryWrite(members[i].Value, output))
            {
                return false;
            }
        }

        return Write("}"u8, output);
    }

    private static bool TryWriteArray(JsonElement element, IBufferWriter<byte> output)
    {
        output.Write("["u8);
        var isFirst = true;
        foreach (var item in element.EnumerateArray())
        {
            if (!isFirst)
            {
                output.Write(","u8);
            }

            isFirst = false;
            if (!TryWrite(item, output))
            {
                return false;
            }
        }

        return Write("]"u8, output);
    }

    private static bool TryWriteNumber(JsonElement element, IBufferWriter<byte> output)
    {
        if (!element.TryGetDouble(out var value) || !double.IsFinite(value))
        {
            return false;
        }

        EcmaScriptNumber.Write(value, output);
        return true;
    }

    private static bool TryWriteString(JsonElement element, IBufferWriter<byte> output)
    {
        var raw = JsonMarshal.GetRawUtf8Value(element);
        if (!JsonText.IsReadable(raw))
        {
            return false;
        }

        if (raw.Contains((byte)'\\'))
        {
            WriteString(element.GetString(), output);
        }
        else
        {
            // A string without escapes is canonical as it stands, quotation marks included.
            output.Write(raw);
        }

        return true;
    }

    private static void WriteString(ReadOnlySpan<char> text, IBufferWriter<byte> output)
    {
        output.Write("\""u8);
        while (text.Length > 0)
        {
            var plain = text.IndexOfAny(_escaped);
            plain = plain < 0 ? text.Length : plain;
            Encoding.UTF8.GetBytes(text[..plain], output);
            text = text[plain..];
            if (text.Length > 0)
            {
                WriteEscape(text[0], output);
                text = text[1..];
            }
        }

        output.Write("\""u8);
    }

    // Only what must be escaped is (§3.2.2.2), by its short form where there is one.
    private static void WriteEscape(char character, IBufferWriter<byte> output)
    {
        var escape = character switch
        {
            '\b' => "\\b"u8,
            '\t' => "\\t"u8,
            '\n' => "\\n"u8,
            '\f' => "\\f"u8,
            '\r' => "\\r"u8,
            '"' => "\\\""u8,
            '\\' => "\\\\"u8,
            < '\u0010' => "\\u000"u8,
            _ => "\\u001"u8,
        };
        output.Write(escape);
        if (escape.Length > 2)
        {
            output.Write("0123456789abcdef"u8.Slice(character & 0xF, 1));
        }
    }

    private static bool Write(ReadOnlySpan<byte> text, IBufferWriter<byte> output)
    {
        output.Write(text);
        return true;
    }
}
