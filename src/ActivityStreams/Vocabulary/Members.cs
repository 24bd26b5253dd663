using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using PostMoney.ActivityStreams.Json;

namespace PostMoney.ActivityStreams.Vocabulary;

/// <summary>The members of one JSON object, never changed. A text alone is kept as the object with that id, which it stands for.</summary>
/// <remarks>
/// JSON-LD 1.1 §4.2.3 (type coercion), by which <c>"a"</c> and <c>{"id":"a"}</c> say the same where an object is expected.
/// </remarks>
internal sealed class Members : IEquatable<Members>
{
    /// <summary>Depth of what is written: deeper than what <see cref="StrictJson"/> reads, since documents are put into one another.</summary>
    private const int MaximumDepth = 128;

    // What is sent is JSON and never HTML.
    private static readonly JsonWriterOptions _writing = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = MaximumDepth,
    };

    private readonly KeyValuePair<string, JsonElement>[] _all;

    private Members(KeyValuePair<string, JsonElement>[] all, bool isText = false)
    {
        _all = all;
        IsText = isText;
    }

    internal static Members Empty { get; } = new([]);

    /// <summary>Whether there is nothing but the text of an id.</summary>
    internal bool IsText { get; }

    internal IEnumerable<string> Names => _all.Select(member => member.Key);

    internal static Members OfType(string type) => new([new("type", Values.Of(type))]);

    internal static Members OfText(string id) => new([new("id", Values.Of(id))], isText: true);

    /// <summary>Reads an object or a text.</summary>
    /// <returns>Null for any other value, and for names or a text with half a surrogate pair.</returns>
    internal static Members? Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => ReadObject(json),
        JsonValueKind.String when JsonText.IsReadable(JsonMarshal.GetRawUtf8Value(json)) => new([new("id", json)], isText: true),
        _ => null,
    };

    /// <summary>The value of a member; undefined where there is none.</summary>
    internal JsonElement this[string name]
    {
        get
        {
            // Of members of one name the last counts, as for JsonElement. StrictJson lets none such in.
            for (var i = _all.Length - 1; i >= 0; i--)
            {
                if (string.Equals(_all[i].Key, name, StringComparison.Ordinal))
                {
                    return _all[i].Value;
                }
            }

            return default;
        }
    }

    /// <summary>The same with another value for one member, or without it where the value is undefined.</summary>
    internal Members With(string name, JsonElement value)
    {
        var index = Array.FindLastIndex(_all, member => member.Key == name);
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            return index < 0 ? this : new([.. _all.Where(member => member.Key != name)]);
        }

        var member = KeyValuePair.Create(name, value);
        return index < 0 ? new([.. _all, member]) : new([.. _all[..index], member, .. _all[(index + 1)..]], IsText && name == "id");
    }

    /// <summary>The same with a member that stands before all others.</summary>
    internal Members StartingWith(string name, JsonElement value) =>
        new([new(name, value), .. _all.Where(member => member.Key != name)]);

    internal void Write(IBufferWriter<byte> output)
    {
        using var writer = new Utf8JsonWriter(output, _writing);
        if (IsText)
        {
            _all[0].Value.WriteTo(writer);
            return;
        }

        writer.WriteStartObject();
        foreach (var (name, value) in _all)
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    internal JsonElement ToJson()
    {
        var output = new ArrayBufferWriter<byte>(1_024);
        Write(output);
        return JsonElement.Parse(output.WrittenSpan, new() { MaxDepth = MaximumDepth });
    }

    public bool Equals(Members? other) =>
        other is not null
        && other._all.Length == _all.Length
        && Array.TrueForAll(_all, member => other[member.Key] is { ValueKind: not JsonValueKind.Undefined } value
            && JsonElement.DeepEquals(member.Value, value));

    public override bool Equals(object? obj) => Equals(obj as Members);

    public override int GetHashCode() =>
        HashCode.Combine(_all.Length, Values.Text(this["id"])?.GetHashCode(StringComparison.Ordinal));

    private static Members? ReadObject(JsonElement json)
    {
        var all = new KeyValuePair<string, JsonElement>[json.GetPropertyCount()];
        var count = 0;
        foreach (var member in json.EnumerateObject())
        {
            if (!JsonText.IsReadable(JsonMarshal.GetRawUtf8PropertyName(member)))
            {
                return null;
            }

            all[count++] = new(member.Name, member.Value);
        }

        return new(all);
    }
}
