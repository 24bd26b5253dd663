using System.Text.Json;
using PostMoney.Core.Categories.Wording;

namespace PostMoney.Core.Categories.Matching;

/// <summary>Says in a sentence what is asked and what the other side has instead.</summary>
internal static class ConditionSentence
{
    /// <summary>The sentence for a comparison that is not met.</summary>
    internal static string For(Comparison comparison) => $"{Asked(comparison)}; {Found(comparison)}.";

    private static string Asked(Comparison comparison)
    {
        var field = comparison.Field;
        var verb = field.Section == Section.Requirements ? "Asks for" : "Needs";
        var label = Quantity.Inside(field.Label);
        var of = field.Unit is null ? ":" : " of";
        return field.Match switch
        {
            MatchRule.AtLeast => $"{verb} {label}{of} at least {Words(field, comparison.Wanted, "and")}",
            MatchRule.AtMost => $"{verb} {label}{of} at most {Words(field, comparison.Wanted, "and")}",
            MatchRule.Within => $"{verb} {label}: {Words(field, comparison.Wanted, "or")}",
            _ when field.Type == FieldType.Boolean => $"{verb} {label}",
            _ => $"{verb} {label}: {Words(field, comparison.Wanted, "and")}",
        };
    }

    private static string Found(Comparison comparison)
    {
        var (one, says) = comparison.Field.Section == Section.Requirements ? ("this need", "says") : ("this one", "has");
        if (comparison.Field.Type == FieldType.Boolean)
        {
            return one == "this one" ? "this one does not offer it" : "this need does not declare it";
        }

        if (comparison.Given is not { } given || comparison.Answer is not { } answer || !Comparison.Asks(given))
        {
            return $"{one} does not say";
        }

        return comparison.Field.Match == MatchRule.Contains
            ? $"{one} lacks {Lacking(comparison, given)}"
            : $"{one} {says} {Words(answer, given, "and")}";
    }

    private static string Lacking(Comparison comparison, JsonElement given)
    {
        var has = Comparison.Texts(given);
        var lacking = Comparison.Texts(comparison.Wanted).Where(w => !has.Contains(w));
        return Quantity.Listed([.. lacking.Select(comparison.Field.LabelOf)], "and");
    }

    private static string Words(CategoryField field, JsonElement value, string last) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetDecimal(out var number) => Quantity.Of(Numbers.Written(number), field.Unit),
        JsonValueKind.String or JsonValueKind.Array =>
            Quantity.Listed([.. Comparison.Texts(value).Select(field.LabelOf)], last),
        JsonValueKind.True => "yes",
        _ => "something else",
    };
}
