using System.Text.Json;
using System.Text.Json.Nodes;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Categories.Forms;

/// <summary>One posted form on its way to sections and parts.</summary>
internal sealed class PostedForm
{
    private readonly CategorySchema _category;
    private readonly TimeZoneInfo _zone;
    private readonly ILookup<string, string> _posted;
    private readonly List<Refusal> _refusals = [];

    internal PostedForm(CategorySchema category, IEnumerable<KeyValuePair<string, string>> posted, TimeZoneInfo zone)
    {
        (_category, _zone) = (category, zone);
        _posted = posted.ToLookup(p => p.Key, p => p.Value, StringComparer.Ordinal);
    }

    internal FormReading Read()
    {
        var sections = new JsonObject();
        foreach (var field in _category.Fields)
        {
            ReadInto(sections, field);
        }

        var sealedParts = _posted[CategoryForm.SealedName].Distinct(StringComparer.Ordinal).ToList();
        var refusals = Refusals(sections, sealedParts);
        var parts = Taken(sections, Section.Payload);
        return new FormReading(JsonSerializer.SerializeToElement(sections), parts, sealedParts, Values(), refusals);
    }

    private void ReadInto(JsonObject sections, CategoryField field)
    {
        var read = FieldText.Read(field, [.. _posted[field.Name]], _zone);
        if (!read.TryGet(out var value))
        {
            _refusals.AddRange(read.Refusals);
        }
        else if (value is not null)
        {
            if (sections[field.Section] is not JsonObject section)
            {
                sections[field.Section] = section = [];
            }

            section[field.Property] = value;
        }
    }

    // A field that could not be read is told of once: it is not also missing.
    private List<Refusal> Refusals(JsonObject sections, IReadOnlyCollection<string> sealedParts)
    {
        var given = sections[Section.Payload] is JsonObject payload ? payload.Select(p => p.Key) : [];
        var found = _category.Check(JsonSerializer.SerializeToElement(sections))
            .Where(r => !(r.Code == "item.required" && _category.Find(r.Field ?? "") is { IsPrivate: true }));
        var order = _category.Fields.Select((f, i) => (f.Name, i)).ToDictionary(f => f.Name, f => f.i, StringComparer.Ordinal);
        return [.. _refusals
            .Concat(found)
            .Concat(_category.CheckParts([.. given, .. sealedParts]))
            .DistinctBy(r => r.Field ?? r.Message)
            .OrderBy(r => order.GetValueOrDefault(r.Field ?? "", int.MaxValue))];
    }

    private FormValues Values() => new(_category.Fields
        .Where(f => !f.IsPrivate && _posted.Contains(f.Name))
        .Select(f => KeyValuePair.Create(f.Name, (IReadOnlyList<string>)[.. _posted[f.Name]])));

    private static Dictionary<string, string> Taken(JsonObject sections, string name)
    {
        var section = sections[name] as JsonObject;
        sections.Remove(name);
        return section?.ToDictionary(p => p.Key, p => p.Value!.GetValue<string>(), StringComparer.Ordinal) ?? [];
    }
}
