using System.Text.Json;

namespace PostMoney.ActivityStreams.Json;

/// <summary>Looks how deep a document is that may have been read by another than <see cref="StrictJson"/>.</summary>
internal static class JsonDepth
{
    /// <summary>Whether at most so many objects and arrays stand within one another. Looks no deeper than that.</summary>
    internal static bool IsWithin(JsonElement element, int most) => element.ValueKind switch
    {
        JsonValueKind.Object => most > 0 && AreWithin(element.EnumerateObject(), most - 1),
        JsonValueKind.Array => most > 0 && AreWithin(element.EnumerateArray(), most - 1),
        _ => true,
    };

    private static bool AreWithin(JsonElement.ObjectEnumerator members, int most)
    {
        foreach (var member in members)
        {
            if (!IsWithin(member.Value, most))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreWithin(JsonElement.ArrayEnumerator items, int most)
    {
        foreach (var item in items)
        {
            if (!IsWithin(item, most))
            {
                return false;
            }
        }

        return true;
    }
}
