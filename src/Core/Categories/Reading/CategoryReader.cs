using System.Text.Json;
using System.Text.RegularExpressions;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Categories.Reading;

/// <summary>Reads the sections and fields out of a document that is a valid schema and keeps <see cref="CategoryRules"/>.</summary>
internal sealed partial class CategoryReader
{
    private const int LongestLabel = 80;
    private const int LongestText = 500;

    private readonly JsonElement _document;
    private readonly FieldSource _whole;

    private CategoryReader(JsonElement document) => (_document, _whole) = (document, new FieldSource(document, document));

    internal List<Refusal> Refusals { get; } = [];

    internal string Title { get; private set; } = "";

    internal string? Description { get; private set; }

    internal string TopicTitle { get; private set; } = "";

    internal string Plural { get; private set; } = "";

    internal string Icon { get; private set; } = "";

    internal IReadOnlyList<CategorySection> Sections { get; private set; } = [];

    internal static CategoryReader Read(ItemKind kind, JsonElement document)
    {
        var reader = new CategoryReader(document);
        reader.ReadWords();
        reader.ReadSections(kind);
        return reader;
    }

    private void ReadWords()
    {
        Title = Words("title");
        TopicTitle = Words("x-topic");
        Plural = Words("x-plural");
        Description = _whole.Text("description");
        Icon = _whole.Find("x-icon") is null ? "box" : _whole.Text("x-icon") ?? "";
        if (!IconName().IsMatch(Icon))
        {
            Refusals.Add(CategoryRefusals.Incomplete("x-icon", "1 to 31 of a to z, 0 to 9 and hyphen"));
        }

        if (Description?.Length > LongestText)
        {
            Refusals.Add(CategoryRefusals.Incomplete("description", $"at most {LongestText} characters"));
        }
    }

    private string Words(string keyword)
    {
        var words = _whole.Text(keyword) ?? "";
        if (words.Length is 0 or > LongestLabel)
        {
            Refusals.Add(CategoryRefusals.Incomplete(keyword, $"1 to {LongestLabel} characters"));
        }

        return words;
    }

    private void ReadSections(ItemKind kind)
    {
        if (_whole.Text("type") != "object" || _whole.Find("required") is not null
            || _whole.Find("additionalProperties") is not { ValueKind: JsonValueKind.False })
        {
            // "required" would ask for the payload, which a record in clear never has.
            Refusals.Add(CategoryRefusals.Incomplete("type", "the whole is a closed object without \"required\""));
            return;
        }

        var given = _whole.Find("properties") is { } properties
            ? properties.EnumerateObject().ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal)
            : [];
        Refusals.AddRange(given.Keys.Except(Section.Of(kind)).Select(name => CategoryRefusals.UnknownSection(Short(name), kind)));
        Sections = [.. Section.Of(kind).Where(given.ContainsKey).Select(name => ReadSection(name, given[name])).OfType<CategorySection>()];
        if (Sections.Sum(s => s.Fields.Count) > CategorySchema.MostFields)
        {
            Refusals.Add(CategoryRefusals.TooManyFields);
        }
    }

    private CategorySection? ReadSection(string name, JsonElement schema)
    {
        var section = new FieldSource(_document, schema);
        if (section.Text("type") != "object" || section.Find("properties") is not { } properties
            || section.Find("additionalProperties") is not { ValueKind: JsonValueKind.False }
            || section.Find("$ref") is not null
            || (name == Section.Payload && !section.IsTrue("writeOnly")))
        {
            Refusals.Add(CategoryRefusals.OpenSection(name));
            return null;
        }

        var required = section.Find("required") is { } names ? names.EnumerateArray().Select(n => n.GetString()).ToHashSet() : [];
        var fields = new List<(int Order, CategoryField Field)>();
        foreach (var property in properties.EnumerateObject())
        {
            var reader = new FieldReader(name, property.Name, new FieldSource(_document, property.Value), required.Contains(property.Name));
            if (reader.Read() is { } field)
            {
                fields.Add((reader.Order, field));
            }

            Refusals.AddRange(reader.Refusals);
        }

        var inOrder = fields.OrderBy(f => f.Order).Select(f => f.Field).ToList();
        return new CategorySection(name, section.Text("title") ?? "", section.Text("description"), inOrder);
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";

    [GeneratedRegex(@"\A[a-z][a-z0-9-]{0,30}\z")]
    private static partial Regex IconName();
}
