using System.Text.Json;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Allocation.Transcripts;

/// <summary>Reads the members of one object of a transcript; the first that is missing or malformed is remembered in a shared fault.</summary>
internal readonly struct TranscriptFields(JsonElement json, string where, TranscriptFault fault)
{
    public string Text(string name) => Read(name, JsonValueKind.String, out var value) ? value.GetString()! : "";

    public int Count(string name) => Read(name, JsonValueKind.Number, out var value) ? CountOf(value, name) : 0;

    public bool Flag(string name)
    {
        var isThere = TryMember(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False;
        return isThere ? value.ValueKind == JsonValueKind.True : Missing(name, false);
    }

    public byte[] Bytes(string name)
    {
        var text = Text(name);
        return text.Length == 2 * SeedCommitment.Size && text.All(char.IsAsciiHexDigit)
            ? Convert.FromHexString(text)
            : Missing<byte[]>(name, []);
    }

    public DateTimeOffset Moment(string name) => RoundText.TryRead(Text(name), out var moment) ? moment : Missing(name, moment);

    public DateTimeOffset? OptionalMoment(string name) => TryMember(name, out _) ? Moment(name) : null;

    public Window Window(string name) => Read(name, JsonValueKind.Array, out var value) ? WindowOf(value, name) : default;

    public TranscriptFields Object(string name) =>
        new(Read(name, JsonValueKind.Object, out var value) ? value : default, $"{where}.{name}", fault);

    public JsonElement Json(string name) => TryMember(name, out var value) ? value : Missing(name, value);

    /// <summary>Each item of a list of objects.</summary>
    public List<T> Objects<T>(string name, Func<TranscriptFields, T> read)
    {
        var items = new List<T>();
        if (Read(name, JsonValueKind.Array, out var value))
        {
            foreach (var item in value.EnumerateArray())
            {
                items.Add(read(new TranscriptFields(item, $"{where}.{name}[{items.Count}]", fault)));
            }
        }

        return items;
    }

    /// <summary>Each item of a list of integers.</summary>
    public List<int> Counts(string name)
    {
        var items = new List<int>();
        if (Read(name, JsonValueKind.Array, out var value))
        {
            foreach (var item in value.EnumerateArray())
            {
                items.Add(item.ValueKind == JsonValueKind.Number ? CountOf(item, name) : Missing(name, 0));
            }
        }

        return items;
    }

    /// <summary>Each item of a list of lists of windows.</summary>
    public List<IReadOnlyList<Window>> Calendars(string name)
    {
        var items = new List<IReadOnlyList<Window>>();
        if (!Read(name, JsonValueKind.Array, out var value))
        {
            return items;
        }

        foreach (var item in value.EnumerateArray())
        {
            var windows = new List<Window>();
            if (item.ValueKind != JsonValueKind.Array)
            {
                return Missing(name, items);
            }

            foreach (var window in item.EnumerateArray())
            {
                windows.Add(WindowOf(window, name));
            }

            items.Add(windows);
        }

        return items;
    }

    private int CountOf(JsonElement value, string name) => value.TryGetInt32(out var count) ? count : Missing(name, 0);

    private Window WindowOf(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 2
            && value[0].ValueKind == JsonValueKind.String && RoundText.TryRead(value[0].GetString()!, out var from)
            && value[1].ValueKind == JsonValueKind.String && RoundText.TryRead(value[1].GetString()!, out var to)
                ? new Window(from, to)
                : Missing(name, default(Window));

    private bool Read(string name, JsonValueKind kind, out JsonElement value) =>
        (TryMember(name, out value) && value.ValueKind == kind) || Missing(name, false);

    private bool TryMember(string name, out JsonElement value)
    {
        value = default;
        return json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out value);
    }

    private T Missing<T>(string name, T instead)
    {
        fault.Note(where.Length == 0 ? name : $"{where}.{name}");
        return instead;
    }
}

/// <summary>The first place that could not be read.</summary>
internal sealed class TranscriptFault
{
    public string? Where { get; private set; }

    public void Note(string where) => Where ??= where;
}
