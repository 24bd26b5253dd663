using System.Globalization;
using System.Text.Json;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Items;

/// <summary>Takes a record apart and gathers what does not fit, so that a sender learns all of it at once.</summary>
internal sealed class RecordReader
{
    private readonly JsonElement _record;
    private readonly string _path;
    private readonly List<Refusal> _problems;

    internal RecordReader(JsonElement record, IReadOnlySet<string> known)
        : this(record, "", [], known)
    {
    }

    private RecordReader(JsonElement record, string path, List<Refusal> problems, IReadOnlySet<string> known)
    {
        _record = record;
        _path = path;
        _problems = problems;
        if (record.ValueKind != JsonValueKind.Object)
        {
            Problem("");
            return;
        }

        foreach (var property in record.EnumerateObject().Where(property => !known.Contains(property.Name)))
        {
            Problem(property.Name.Length > 40 ? property.Name[..40] : property.Name);
        }
    }

    internal bool Has(string name) => Find(name) is not null;

    internal void Problem(string name) => _problems.Add(new Refusal(
        RefusalKind.Invalid, "record.shape", "The record does not have the shape it should have.", _path + name));

    internal Result<T> Finish<T>(T content) => _problems.Count > 0 ? _problems : content;

    internal string Text(string name) => OptionalText(name) ?? Missing(name, "");

    internal string? OptionalText(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String ? value.GetString()! : Missing(name, "");
    }

    internal IReadOnlyList<string> OptionalTexts(string name, int most)
    {
        if (Find(name) is not { } value)
        {
            return [];
        }

        return value.ValueKind == JsonValueKind.Array && value.GetArrayLength() <= most
            && value.EnumerateArray().All(entry => entry.ValueKind == JsonValueKind.String)
                ? [.. value.EnumerateArray().Select(entry => entry.GetString()!)]
                : Missing<IReadOnlyList<string>>(name, []);
    }

    internal string Choice(string name, params string[] choices)
    {
        var text = Text(name);
        return choices.Contains(text) ? text : Missing(name, choices[0]);
    }

    internal int Integer(string name, int least, int most) =>
        Find(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) && number >= least && number <= most
            ? number
            : Missing(name, least);

    internal bool Flag(string name) => Find(name)?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => Missing(name, false),
    };

    internal DateTimeOffset Time(string name) =>
        DateTimeOffset.TryParseExact(
            Text(name), "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : Missing(name, DateTimeOffset.UnixEpoch);

    internal Guid? Urn(string name) => OptionalUrn(name) ?? Missing<Guid?>(name, null);

    internal Guid? OptionalUrn(string name)
    {
        if (OptionalText(name) is not { } text)
        {
            return null;
        }

        return text.StartsWith("urn:uuid:", StringComparison.Ordinal) && Guid.TryParseExact(text.AsSpan(9), "D", out var id)
            && Item.UrnOf(id) == text
                ? id
                : Missing<Guid?>(name, null);
    }

    internal RecordReader Object(string name, params string[] known) =>
        new(Find(name) ?? default, _path + name + ".", _problems, new HashSet<string>(known, StringComparer.Ordinal));

    internal IEnumerable<RecordReader> Objects(string name, int most, params string[] known)
    {
        if (Find(name) is not { ValueKind: JsonValueKind.Array } list || list.GetArrayLength() > most)
        {
            Problem(name);
            return [];
        }

        var names = new HashSet<string>(known, StringComparer.Ordinal);
        return [.. list.EnumerateArray().Select((entry, index) => new RecordReader(
            entry, string.Create(CultureInfo.InvariantCulture, $"{_path}{name}.{index}."), _problems, names))];
    }

    private JsonElement? Find(string name) =>
        _record.ValueKind == JsonValueKind.Object && _record.TryGetProperty(name, out var value) ? value : null;

    private T Missing<T>(string name, T instead)
    {
        Problem(name);
        return instead;
    }
}
