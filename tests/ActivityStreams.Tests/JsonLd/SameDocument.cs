using System.Text.Json;

namespace PostMoney.ActivityStreams.Tests.JsonLd;

/// <summary>Compares JSON-LD documents as the suite asks: arrays in any order but in lists, members in any order.</summary>
internal static class SameDocument
{
    internal static bool Is(JsonElement left, JsonElement right, bool inOrder = false) => (left.ValueKind, right.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => SameMembers(left, right),
        (JsonValueKind.Array, JsonValueKind.Array) => inOrder ? SameInOrder(left, right) : SameInAnyOrder(left, right),
        (JsonValueKind.Number, JsonValueKind.Number) => left.GetDouble().Equals(right.GetDouble()),
        _ => JsonElement.DeepEquals(left, right),
    };

    private static bool SameMembers(JsonElement left, JsonElement right) =>
        left.GetPropertyCount() == right.GetPropertyCount() && left.EnumerateObject().All(member =>
            right.TryGetProperty(member.Name, out var other)
            && Is(member.Value, other, member.Name is "@list" or "@context" or "@value"));

    private static bool SameInOrder(JsonElement left, JsonElement right) =>
        left.GetArrayLength() == right.GetArrayLength()
        && left.EnumerateArray().Zip(right.EnumerateArray()).All(pair => Is(pair.First, pair.Second));

    private static bool SameInAnyOrder(JsonElement left, JsonElement right)
    {
        var rest = right.EnumerateArray().ToList();
        foreach (var item in left.EnumerateArray())
        {
            var at = rest.FindIndex(other => Is(item, other));
            if (at < 0)
            {
                return false;
            }

            rest.RemoveAt(at);
        }

        return rest.Count == 0;
    }
}
