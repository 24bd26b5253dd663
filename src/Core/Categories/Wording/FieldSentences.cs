using System.Text.Json;
using PostMoney.Core.Categories.JsonSchemas;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Categories.Wording;

/// <summary>Puts what a schema found wrong into sentences for whoever filled the form in. None repeats what was written.</summary>
internal static class FieldSentences
{
    private const int MostListed = 8;

    /// <summary>The sections are no object at all, or one that no reader should touch.</summary>
    internal static Refusal NotSections { get; } = new(RefusalKind.Invalid, "item.unreadable", "The fields of this item cannot be read.");

    /// <summary>A required field that is not there.</summary>
    internal static Refusal Missing(CategoryField field) => Of(field, "required", field.IsAgreement
        ? $"Please tick “{field.Label}” to go on."
        : $"{field.Label} is needed.");

    /// <summary>A sealed part that the category does not have.</summary>
    internal static Refusal UnknownPart(string name) => Unknown($"{Section.Payload}.{Short(name)}");

    /// <summary>One refusal for each field at most, in the order of the form; those of no field come last.</summary>
    internal static IReadOnlyList<Refusal> For(CategorySchema category, IReadOnlyList<SchemaProblem> problems)
    {
        var order = category.Fields.Select((f, i) => (f.Name, i)).ToDictionary(f => f.Name, f => f.i, StringComparer.Ordinal);
        return [.. problems
            .Select(p => For(category, p))
            .DistinctBy(r => r.Field ?? r.Message)
            .OrderBy(r => order.GetValueOrDefault(r.Field ?? "", int.MaxValue))];
    }

    /// <summary>The times of day that are none. No format of JSON Schema fits them, so they are looked at apart.</summary>
    internal static IReadOnlyList<SchemaProblem> WrongTimes(CategorySchema category, JsonElement sections) => [.. category.Fields
        .Where(f => f.Type == FieldType.Time
            && sections.TryGetProperty(f.Section, out var section)
            && section.TryGetProperty(f.Property, out var value)
            && !FieldFormats.IsTime(value.GetString()!))
        .Select(f => new SchemaProblem($"/{f.Section}/{f.Property}", "format", ""))];

    private static Refusal For(CategorySchema category, SchemaProblem problem)
    {
        var tokens = problem.InstancePath.Split('/').Skip(1).Select(InstancePath.Unescape).ToArray();
        if (tokens.Length < 2)
        {
            return new Refusal(
                RefusalKind.Invalid,
                $"item.{problem.Keyword}",
                tokens.Length == 0 ? $"What was filled in {problem.Message}." : $"The part \"{Short(tokens[0])}\" {problem.Message}.",
                tokens.Length == 0 ? null : Short(tokens[0]));
        }

        var name = $"{tokens[0]}.{tokens[1]}";
        return category.Find(name) is { } field ? For(field, problem) : Unknown(Short(name));
    }

    private static Refusal For(CategoryField field, SchemaProblem problem) => problem.Keyword switch
    {
        "required" or "dependentRequired" => Missing(field),
        "const" when field.IsAgreement => Missing(field),
        "minimum" => Of(field, problem.Keyword, $"{field.Label} must be at least {Bound(field.Minimum, field, problem)}."),
        "maximum" => Of(field, problem.Keyword, $"{field.Label} must be at most {Bound(field.Maximum, field, problem)}."),
        "oneOf" or "enum" => NoChoice(field),
        "uniqueItems" => Of(field, problem.Keyword, $"{field.Label} has one choice twice."),
        "minItems" or "maxItems" => Of(field, problem.Keyword, $"{field.Label} {Chosen(problem.Message)}."),
        "pattern" when field.Help is { } help => Of(field, problem.Keyword, $"{field.Label} does not have the right form. {help}"),
        "type" or "format" => WrongType(field),
        _ => Of(field, problem.Keyword, $"{field.Label} {problem.Message}."),
    };

    private static string Bound(decimal? bound, CategoryField field, SchemaProblem problem) => Quantity.Of(
        bound is { } number ? Numbers.Written(number) : problem.Message.Split(' ')[^1],
        field.Unit);

    private static string Chosen(string message) =>
        message.Replace("entries", "choices", StringComparison.Ordinal).Replace("entry", "choice", StringComparison.Ordinal);

    private static string Expected(FieldType type) => type switch
    {
        FieldType.Number => "must be a number, such as 2.5",
        FieldType.WholeNumber => "must be a whole number, such as 3",
        FieldType.Boolean => "must be yes or no",
        FieldType.Choices => "must be a list of choices",
        FieldType.Date => "must be a day, such as 2026-11-25",
        FieldType.DateTime => "must be a day and time, such as 2026-11-25T09:30:00Z",
        FieldType.Time => "must be a time of day, such as 09:30",
        _ => "must be text",
    };

    /// <summary>A value that is none of the options.</summary>
    internal static Refusal NoChoice(CategoryField field) => Of(field, "choice", field.Options.Count <= MostListed
        ? $"{field.Label}: choose {Quantity.Listed([.. field.Options.Select(o => o.Label)], "or")}."
        : $"{field.Label}: choose one of the list.");

    /// <summary>A text that is no value of the field's type.</summary>
    internal static Refusal WrongType(CategoryField field) => Of(field, "type", $"{field.Label} {Expected(field.Type)}.");

    private static Refusal Unknown(string name) =>
        new(RefusalKind.Invalid, "item.unknown-field", $"This category has no field \"{name}\".", name);

    /// <summary>A refusal of a field.</summary>
    internal static Refusal Of(CategoryField field, string keyword, string sentence) =>
        new(RefusalKind.Invalid, $"item.{keyword}", sentence, field.Name);

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
