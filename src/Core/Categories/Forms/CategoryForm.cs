using System.Text.Json;
using PostMoney.Core.Categories.Wording;

namespace PostMoney.Core.Categories.Forms;

/// <summary>The form by which people fill in an item of a category. Needs no script: every field is plain HTML.</summary>
public sealed class CategoryForm
{
    /// <summary>The name under which a browser posts the names of the parts that it seals by itself.</summary>
    public const string SealedName = "sealed";

    private readonly CategorySchema _category;

    private CategoryForm(CategorySchema category)
    {
        _category = category;
        Sections = [.. category.Sections.Where(s => s.Fields.Count > 0).Select(s =>
            new FormSection(s.Name, s.Title.Length > 0 ? s.Title : Heading(s.Name), s.Description, [.. s.Fields.Select(Field)]))];
    }

    /// <summary>The category that it asks about.</summary>
    public CategoryId Category => _category.Id;

    /// <summary>Its groups of fields in order.</summary>
    public IReadOnlyList<FormSection> Sections { get; }

    /// <summary>The form of a category.</summary>
    public static CategoryForm For(CategorySchema category) => new(category);

    /// <summary>The field of that name, or null.</summary>
    public FormField? Find(string name) => Sections.SelectMany(s => s.Fields).FirstOrDefault(f => f.Name == name);

    /// <summary>Reads what was posted. Names that are not fields of the form are passed over: a page posts more than these.</summary>
    /// <param name="posted">Name and value pairs, a repeated name for each ticked box of a group.</param>
    /// <param name="zone">Where the person's days and times are.</param>
    public FormReading Read(IEnumerable<KeyValuePair<string, string>> posted, TimeZoneInfo zone) =>
        new PostedForm(_category, posted, zone).Read();

    /// <summary>The values that a form shows for the stored sections of an item.</summary>
    /// <param name="sections">An object such as <c>{"constraints":{…}}</c>; a payload in it is left out.</param>
    /// <param name="zone">Where the person's days and times are.</param>
    public FormValues Show(JsonElement sections, TimeZoneInfo zone)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var field in _category.Fields.Where(f => !f.IsPrivate))
        {
            if (sections.TryGetProperty(field.Section, out var section) && section.TryGetProperty(field.Property, out var value))
            {
                values[field.Name] = FieldText.Show(field, value, zone);
            }
        }

        return new FormValues(values);
    }

    private static FormField Field(CategoryField field) => new()
    {
        Name = field.Name,
        Label = field.Label + field.Match switch { MatchRule.AtLeast => ", at least", MatchRule.AtMost => ", at most", _ => "" },
        Help = field.Help,
        Unit = field.Unit,
        Kind = Kind(field),
        Min = field.Minimum is { } minimum ? Numbers.Written(minimum) : null,
        Max = field.Maximum is { } maximum ? Numbers.Written(maximum) : null,
        Step = field.Step is { } step ? Numbers.Written(step)
            : field.Type == FieldType.Number ? "any"
            : field.Type == FieldType.WholeNumber ? "1"
            : null,
        MinLength = field.MinLength,
        MaxLength = field.MaxLength,
        Pattern = field.Type == FieldType.Text && !field.IsMultiline && field.Pattern is { } pattern ? Whole(pattern) : null,
        Options = field.Options,
        IsRequired = field.Type == FieldType.Boolean ? field is { IsRequired: true, IsAgreement: true } : field.IsRequired,
        IsPrivate = field.IsPrivate,
        Part = field.IsPrivate ? field.Property : null,
    };

    private static InputKind Kind(CategoryField field) => field.Type switch
    {
        FieldType.Number => InputKind.Number,
        FieldType.WholeNumber => InputKind.WholeNumber,
        FieldType.Boolean => InputKind.Checkbox,
        FieldType.Choice => InputKind.Select,
        FieldType.Choices => InputKind.Checkboxes,
        FieldType.Date => InputKind.Date,
        FieldType.DateTime => InputKind.DateTime,
        FieldType.Time => InputKind.Time,
        _ => field.IsMultiline ? InputKind.Multiline : InputKind.Text,
    };

    // JSON Schema looks for a match anywhere in the text, HTML for one of the whole text.
    private static string Whole(string pattern) => pattern.StartsWith('^') && pattern.EndsWith('$') && !pattern.Contains('|', StringComparison.Ordinal)
        ? pattern[1..^1]
        : $@"[\s\S]*(?:{pattern})[\s\S]*";

    private static string Heading(string section) => section switch
    {
        Section.Constraints => "What you need",
        Section.Details => "What you offer",
        Section.Requirements => "What you ask for",
        _ => "Only for the person it is assigned to",
    };
}
