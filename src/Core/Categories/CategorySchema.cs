using System.Text;
using System.Text.Json;
using PostMoney.Core.Categories.JsonSchemas;
using PostMoney.Core.Categories.Reading;
using PostMoney.Core.Categories.Wording;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Categories;

/// <summary>One version of a category: a JSON Schema that says which fields its items have, and how people are asked for them.</summary>
/// <remarks>
/// Draft 2020-12 with annotations of our own: <c>x-topic</c>, <c>x-plural</c> and <c>x-icon</c> on the whole, <c>x-unit</c>,
/// <c>x-help</c>, <c>x-order</c>, <c>x-widget</c>, <c>x-match</c> and <c>x-private</c> on fields. Peers send categories too, so a
/// document is hostile until parsed.
/// </remarks>
public sealed class CategorySchema
{
    /// <summary>The size of a category's document in UTF-8: 64 KiB.</summary>
    public const int MostBytes = 64 * 1024;

    /// <summary>The fields of all sections together.</summary>
    public const int MostFields = 40;

    private static readonly SchemaOptions _options = new()
    {
        Formats = FieldFormats.Asserted,
        Limits = new SchemaLimits { LinearPatternsOnly = true },
    };

    private readonly JsonSchema _schema;

    private CategorySchema(CategoryId id, string json, JsonSchema schema, CategoryReader read)
    {
        (Id, Json, _schema) = (id, json, schema);
        (Title, Description, TopicTitle, Plural, Icon) = (read.Title, read.Description, read.TopicTitle, read.Plural, read.Icon);
        Sections = read.Sections;
        Fields = [.. Sections.SelectMany(s => s.Fields)];
    }

    /// <summary>Its name and version.</summary>
    public CategoryId Id { get; }

    /// <summary>The document as it came, for storing and passing on.</summary>
    public string Json { get; }

    /// <summary>What publishing one is called: "Borrow a tool".</summary>
    public string Title { get; }

    /// <summary>A sentence about it, or null.</summary>
    public string? Description { get; }

    /// <summary>What needs and offers of this topic are about: "Tools".</summary>
    public string TopicTitle { get; }

    /// <summary>Many of them in a sentence: "tools to lend".</summary>
    public string Plural { get; }

    /// <summary>The name of its icon: 1 to 31 of a–z, 0–9 and hyphen; <c>box</c> when it names none.</summary>
    public string Icon { get; }

    /// <summary>Its sections in the order of the form.</summary>
    public IReadOnlyList<CategorySection> Sections { get; }

    /// <summary>All fields in the order of the form.</summary>
    public IReadOnlyList<CategoryField> Fields { get; }

    /// <summary>Reads a category's document.</summary>
    /// <returns>
    /// The category, or every <c>category.…</c> refusal of the first step that failed: size, JSON, draft 2020-12, our rules
    /// (no reference outside, no unknown keyword, no word of money, one level of fields, 40 fields).
    /// </returns>
    public static Result<CategorySchema> Parse(CategoryId id, string json)
    {
        if (Encoding.UTF8.GetByteCount(json) > MostBytes)
        {
            return CategoryRefusals.TooLarge;
        }

        if (CategoryDocument.Read(json) is not { } document)
        {
            return CategoryRefusals.Unreadable;
        }

        if (JsonSchema.Draft202012.Check(document) is { Count: > 0 } problems)
        {
            return problems.Select(CategoryRefusals.NotASchema).ToList();
        }

        if (CategoryRules.Broken(document) is { Count: > 0 } broken)
        {
            return broken;
        }

        var schema = JsonSchema.Compile(document, _options);
        if (!schema.IsGranted)
        {
            return schema.Refusals.ToList();
        }

        var reader = CategoryReader.Read(id.Kind, document);
        return reader.Refusals.Count > 0 ? reader.Refusals : new CategorySchema(id, json, schema.Value, reader);
    }

    /// <summary>The field of that name, such as <c>constraints.os</c>, or null.</summary>
    public CategoryField? Find(string name) => Fields.FirstOrDefault(f => f.Name == name);

    /// <summary>Checks the sections of an item, an object such as <c>{"constraints":{…}}</c>.</summary>
    /// <returns>
    /// At most one refusal for each field, in the order of the form, with <see cref="Refusal.Field"/> and a sentence that never
    /// repeats what was written. A public section that is absent counts as empty; the payload is checked only where it is given.
    /// </returns>
    public IReadOnlyList<Refusal> Check(JsonElement sections)
    {
        if (CategoryDocument.WithEmptySections(sections, Id.Kind, Sections) is not { } complete)
        {
            return [FieldSentences.NotSections];
        }

        var problems = _schema.Check(complete);
        return FieldSentences.For(this, problems.Count > 0 ? problems : FieldSentences.WrongTimes(this, complete));
    }

    /// <summary>Checks which private parts an item has, where only their names are known because a browser has sealed them.</summary>
    public IReadOnlyList<Refusal> CheckParts(IReadOnlyCollection<string> names)
    {
        var parts = Fields.Where(f => f.IsPrivate).ToList();
        var unknown = names.Where(n => parts.All(p => p.Property != n)).Select(FieldSentences.UnknownPart);
        var missing = parts.Where(p => p.IsRequired && !names.Contains(p.Property)).Select(FieldSentences.Missing);
        return [.. unknown, .. missing];
    }
}
