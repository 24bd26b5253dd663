using System.Text.Json;
using PostMoney.Core.Categories.JsonSchemas.Values;
using PostMoney.Core.Categories.Wording;

namespace PostMoney.Core.Categories.Matching;

/// <summary>One field that asks, beside the field that answers.</summary>
/// <param name="Field">The field that asks.</param>
/// <param name="Wanted">What it asks.</param>
/// <param name="Answer">The field of the same name on the other side; null where that category has none.</param>
/// <param name="Given">What the other side says; null where it says nothing.</param>
internal sealed record Comparison(CategoryField Field, JsonElement Wanted, CategoryField? Answer, JsonElement? Given)
{
    /// <summary>Whether the answer satisfies the question.</summary>
    internal bool IsMet => Given is { } given && Field.Match switch
    {
        MatchRule.EqualTo => AreSame(Wanted, given),
        MatchRule.AtLeast => Order(given, Wanted) >= 0,
        MatchRule.AtMost => Order(given, Wanted) <= 0,
        MatchRule.Contains => Texts(Wanted).All(Texts(given).Contains),
        MatchRule.Within => Texts(given).Count > 0 && Texts(given).All(Texts(Wanted).Contains),
        _ => true,
    };

    /// <summary>Whether a value asks for anything: a no and an empty list do not.</summary>
    internal static bool Asks(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.False or JsonValueKind.Null or JsonValueKind.Undefined => false,
        JsonValueKind.Array => value.GetArrayLength() > 0,
        _ => true,
    };

    /// <summary>A text, or the texts of a list; nothing of anything else.</summary>
    internal static IReadOnlyList<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => [.. value.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.String).Select(i => i.GetString()!)],
        _ => [],
    };

    private static bool AreSame(JsonElement wanted, JsonElement given) => (wanted.ValueKind, given.ValueKind) switch
    {
        (JsonValueKind.Number, JsonValueKind.Number) => Order(Number(wanted), Number(given)) == 0,
        (JsonValueKind.String, JsonValueKind.String) => wanted.GetString() == given.GetString(),
        var (one, other) => one == other && one is JsonValueKind.True,
    };

    // Null, hence never met, when the two cannot be put in order.
    private int? Order(JsonElement given, JsonElement wanted) => Field.Type switch
    {
        FieldType.Number or FieldType.WholeNumber => Order(Number(given), Number(wanted)),
        FieldType.Choice => Order(Rank(given), Rank(wanted)),
        FieldType.DateTime => Order(Moment(given), Moment(wanted)),
        _ when given.ValueKind == JsonValueKind.String && wanted.ValueKind == JsonValueKind.String =>
            string.CompareOrdinal(given.GetString(), wanted.GetString()),
        _ => null,
    };

    private static int? Order<T>(T? one, T? other)
        where T : struct, IComparable<T> => one is { } a && other is { } b ? a.CompareTo(b) : null;

    private static JsonNumber? Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && JsonNumber.TryParse(value.GetRawText(), out var number) ? number : null;

    private static DateTimeOffset? Moment(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? FieldFormats.Moment(value.GetString()!) : null;

    // The side that asks knows the order of its own choices.
    private int? Rank(JsonElement value)
    {
        var text = Texts(value) is [var only] ? only : null;
        var found = Field.Options.Index().FirstOrDefault(o => o.Item.Value == text, (-1, null!)).Index;
        return found < 0 ? null : found;
    }
}
