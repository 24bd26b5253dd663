using System.Text.Json;
using System.Text.RegularExpressions;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Categories.Reading;

/// <summary>Reads one field of a section, and refuses what no form could ask for.</summary>
internal sealed partial class FieldReader(string section, string property, FieldSource source, bool isRequired)
{
    // A sealed part holds 16 383 bytes, and a character takes up to four.
    private const int LongestText = 4000;
    private const int LongestLabel = 80;
    private const int LongestHelp = 300;
    private const int LongestUnit = 20;
    private const int MostOptions = 60;

    internal List<Refusal> Refusals { get; } = [];

    /// <summary>Where it wants to stand (<c>x-order</c>); fields of one order stay as they are in the document.</summary>
    internal int Order => source.Count("x-order") ?? 0;

    private string Name => $"{section}.{Short(property)}";

    /// <summary>The field, or null with refusals.</summary>
    internal CategoryField? Read()
    {
        if (!PropertyName().IsMatch(property))
        {
            Refuse("must be named by 1 to 40 of a to z, A to Z and 0 to 9, a small letter first");
        }

        if (Type() is not { } type)
        {
            return null;
        }

        var field = Described(type);
        CheckWords(field);
        CheckShape(field);
        return Refusals.Count == 0 ? field : null;
    }

    private CategoryField Described(FieldType type) => new()
    {
        Section = section,
        Property = property,
        Label = source.Text("title") ?? "",
        Help = source.Text("x-help") ?? source.Text("description"),
        Unit = source.Text("x-unit"),
        Type = type,
        IsRequired = isRequired,
        IsAgreement = type == FieldType.Boolean && source.IsTrue("const"),
        IsMultiline = source.Text("x-widget") == "multiline",
        Minimum = source.Number("minimum"),
        Maximum = source.Number("maximum"),
        Step = source.Number("multipleOf"),
        MinLength = source.Count("minLength"),
        MaxLength = type == FieldType.Text ? source.Count("maxLength") : null,
        Pattern = source.Text("pattern"),
        Options = (type == FieldType.Choices ? source.Items()?.Options() : type == FieldType.Choice ? source.Options() : null) ?? [],
        Match = Match(type),
    };

    private FieldType? Type()
    {
        var type = source.Text("type");
        switch (type)
        {
            case "boolean":
                return FieldType.Boolean;
            case "integer":
                return FieldType.WholeNumber;
            case "number":
                return FieldType.Number;
            case "string":
                return TextType();
            case "array" when source.Items() is { } items && items.Text("type") == "string" && items.Options() is not null:
                return FieldType.Choices;
            case "array" or "object":
                Refusals.Add(CategoryRefusals.Nested(Name));
                return null;
            default:
                Refuse("needs a \"type\": string, number, integer, boolean, or array of choices");
                return null;
        }
    }

    private FieldType TextType() => source.Text("format") switch
    {
        "date" => FieldType.Date,
        "date-time" => FieldType.DateTime,
        _ when source.Text("x-widget") == "time" => FieldType.Time,
        _ when source.Find("oneOf") is not null || source.Find("enum") is not null => FieldType.Choice,
        _ => FieldType.Text,
    };

    private MatchRule? Match(FieldType type)
    {
        if (source.Find("x-match") is null)
        {
            // What an offer requires is compared in any case; what a need declares only where it says so.
            return section != Section.Requirements ? null : type == FieldType.Choices ? MatchRule.Within : MatchRule.EqualTo;
        }

        MatchRule? rule = source.Text("x-match") switch
        {
            "equals" when type != FieldType.Choices => MatchRule.EqualTo,
            "at-least" when IsOrdered(type) => MatchRule.AtLeast,
            "at-most" when IsOrdered(type) => MatchRule.AtMost,
            "contains" when type is FieldType.Choice or FieldType.Choices => MatchRule.Contains,
            "within" when type == FieldType.Choices => MatchRule.Within,
            _ => null,
        };
        if (rule is null || section is not (Section.Constraints or Section.Requirements))
        {
            Refuse("has an \"x-match\" that does not suit it; it is equals, at-least, at-most, contains or within, on constraints and requirements");
        }

        return rule;
    }

    private static bool IsOrdered(FieldType type) => type is not (FieldType.Text or FieldType.Boolean or FieldType.Choices);

    private void CheckWords(CategoryField field)
    {
        RefuseIf(field.Label.Length is 0 or > LongestLabel, $"needs a \"title\" of 1 to {LongestLabel} characters");
        RefuseIf(field.Help?.Length > LongestHelp, $"has a help of more than {LongestHelp} characters");
        RefuseIf(field.Unit?.Length > LongestUnit, $"has a unit of more than {LongestUnit} characters");
        RefuseIf(field.Unit is not null && field.Type is not (FieldType.Number or FieldType.WholeNumber), "has a unit but no number");
        RefuseIf(field.Options.Any(o => o.Label.Length is 0 or > LongestLabel), $"has a choice without a title of 1 to {LongestLabel} characters");
        foreach (var word in new[] { "x-help", "x-unit", "x-match", "x-widget" })
        {
            RefuseIf(source.Find(word) is { ValueKind: not JsonValueKind.String }, $"has \"{word}\" that is not text");
        }

        RefuseIf(source.Find("x-order") is not null && source.Count("x-order") is null, "has \"x-order\" that is not a whole number");
    }

    private void CheckShape(CategoryField field)
    {
        RefuseIf(
            field.Type == FieldType.Text && field.MaxLength is null or > LongestText,
            $"is text, so it needs a \"maxLength\" of at most {LongestText}");
        RefuseIf(
            field.Type is FieldType.Choice or FieldType.Choices && field.Options.Count is 0 or > MostOptions,
            $"needs 1 to {MostOptions} choices, each a text");
        RefuseIf(
            field.Options.Any(o => o.Value.Length == 0) || field.Options.DistinctBy(o => o.Value).Count() != field.Options.Count,
            "has an empty choice or one that is there twice");
        RefuseIf(field.Type == FieldType.Choices && !source.IsTrue("uniqueItems"), "is a list of choices, so it needs \"uniqueItems\": true");
        RefuseIf(
            source.Find("x-widget") is not null && !(field.Type == FieldType.Time || (field.IsMultiline && field.Type == FieldType.Text)),
            "has an \"x-widget\" that does not suit it; it is multiline or time, on text");
        RefuseIf(
            source.Find("x-private") is not null && source.IsTrue("x-private") != field.IsPrivate,
            "is in the wrong section for its \"x-private\": the payload is private, the rest is not");
        RefuseIf(field.IsPrivate && field.Type != FieldType.Text, "is private, so it must be plain text");
    }

    private void RefuseIf(bool isWrong, string expected)
    {
        if (isWrong)
        {
            Refuse(expected);
        }
    }

    private void Refuse(string expected) => Refusals.Add(CategoryRefusals.Field(Name, expected));

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";

    [GeneratedRegex(@"\A[a-z][A-Za-z0-9]{0,39}\z")]
    private static partial Regex PropertyName();
}
