using System.Text.Json;
using PostMoney.ActivityStreams.Http.StructuredFields;

namespace PostMoney.ActivityStreams.Tests.Http.StructuredFields;

/// <summary>Reads the values of the HTTP working group's test suite, as its README describes them, and compares.</summary>
internal static class ExpectedField
{
    public static Item Item(JsonElement value) => new(BareItem(value[0]), Parameters(value[1]));

    public static List<Member> List(JsonElement value) => [.. value.EnumerateArray().Select(Member)];

    public static List<KeyValuePair<string, Member>> Dictionary(JsonElement value) =>
        [.. value.EnumerateArray().Select(pair => KeyValuePair.Create(pair[0].GetString()!, Member(pair[1])))];

    public static bool AreSame(Member left, Member right) => AreSame(left.Parameters, right.Parameters) && (left, right) switch
    {
        (Item a, Item b) => a.Value == b.Value,
        (InnerList a, InnerList b) => a.Items.Count == b.Items.Count && a.Items.Zip(b.Items).All(pair => AreSame(pair.First, pair.Second)),
        _ => false,
    };

    private static bool AreSame(Parameters left, Parameters right) => left.Entries.SequenceEqual(right.Entries);

    private static Member Member(JsonElement value) => value[0].ValueKind == JsonValueKind.Array
        ? new InnerList([.. value[0].EnumerateArray().Select(Item)], Parameters(value[1]))
        : Item(value);

    private static Parameters Parameters(JsonElement value) =>
        new([.. value.EnumerateArray().Select(pair => KeyValuePair.Create(pair[0].GetString()!, BareItem(pair[1])))]);

    private static BareItem BareItem(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.GetRawText().Contains('.', StringComparison.Ordinal) => new BareItem.Fraction(value.GetDecimal()),
        JsonValueKind.Number => new BareItem.WholeNumber(value.GetInt64()),
        JsonValueKind.String => new BareItem.Text(value.GetString()!),
        JsonValueKind.True or JsonValueKind.False => new BareItem.Flag(value.GetBoolean()),
        _ => Typed(value.GetProperty("__type").GetString()!, value.GetProperty("value")),
    };

    private static BareItem Typed(string type, JsonElement value) => type switch
    {
        "token" => new BareItem.Token(value.GetString()!),
        "binary" => new BareItem.Bytes(FromBase32(value.GetString()!)),
        "date" => new BareItem.Moment(value.GetInt64()),
        "displaystring" => new BareItem.DisplayText(value.GetString()!),
        _ => throw new ArgumentException(type),
    };

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.TrimEnd('=')
            .Select(letter => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal).ToString("b5", null)));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
