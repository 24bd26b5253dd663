using System.Text.Json;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Allocation.Transcripts;

/// <summary>Reads the members of one object of a transcript; the first that is missing or malformed is remembered in a shared fault.</summary>
internal readonly struct TranscriptFields(JsonElement json, string where, TranscriptFault fault)
{
    public string Text(string name) => Read(name, JsonValueKind.String, out var value) ? value.GetString()! : "";

    public int Count(string name) => Read(name, JsonValueKind.Number, out var value) ? CountOf(value, name) : 0;

    public bool Has(string name) => TryMember(name, out _);

    public int OptionalCount(string name, int otherwise) => Has(name) ? Count(name) : otherwise;

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
    public List<T> Objects<T>(string name, int max, Func<TranscriptFields, T> read)
    {
        var items = new List<T>();
        foreach (var item in Items(name, max))
        {
            items.Add(read(new TranscriptFields(item, $"{where}.{name}[{items.Count}]", fault)));
        }

        return items;
    }

    /// <summary>Each item of a list of integers.</summary>
    public List<int> Counts(string name, int max)
    {
        var items = new List<int>();
        foreach (var item in Items(name, max))
        {
            items.Add(item.ValueKind == JsonValueKind.Number ? CountOf(item, name) : Missing(name, 0));
        }

        return items;
    }

    /// <summary>Each item of a list of lists of windows.</summary>
    public List<IReadOnlyList<Window>> Calendars(string name, int max)
    {
        var items = new List<IReadOnlyList<Window>>();
        foreach (var item in Items(name, max))
        {
            items.Add(item.ValueKind == JsonValueKind.Array ? WindowsOf(item, name) : Missing<List<Window>>(name, []));
        }

        return items;
    }

    /// <summary>Items of a list that is no longer than it may be, until something could not be read.</summary>
    private IEnumerable<JsonElement> Items(string name, int max)
    {
        if (!Read(name, JsonValueKind.Array, out var value) || value.GetArrayLength() > max)
        {
            _ = Missing(name, false);
            yield break;
        }

        foreach (var item in value.EnumerateArray())
        {
            if (fault.Where is not null)
            {
                yield break;
            }

            yield return item;
        }
    }

    private int CountOf(JsonElement value, string name) => value.TryGetInt32(out var count) ? count : Missing(name, 0);

    private Window WindowOf(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 2
            && value[0].ValueKind == JsonValueKind.String && RoundText.TryRead(value[0].GetString()!, out var from)
            && value[1].ValueKind == JsonValueKind.String && RoundText.TryRead(value[1].GetString()!, out var to)
                ? new Window(from, to)
                : Missing(name, default(Window));

    private List<Window> WindowsOf(JsonElement list, string name)
    {
        var windows = new List<Window>();
        foreach (var window in list.EnumerateArray())
        {
            windows.Add(WindowOf(window, name));
        }

        return windows;
    }

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
