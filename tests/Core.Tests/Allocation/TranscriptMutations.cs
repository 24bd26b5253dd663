using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PostMoney.Core.Tests.Allocation;

/// <summary>Every document that is one small change away from a given one.</summary>
internal static class TranscriptMutations
{
    public static IEnumerable<byte[]> Of(byte[] document)
    {
        var places = Count(JsonNode.Parse(document)!);
        for (var place = 0; place < places; place++)
        {
            for (var change = 0; ; change++)
            {
                var root = JsonNode.Parse(document)!;
                var node = Nodes(root).ElementAt(place);
                if (!TryChange(node, change))
                {
                    break;
                }

                yield return Encoding.UTF8.GetBytes(root.ToJsonString());
            }
        }
    }

    private static int Count(JsonNode root) => Nodes(root).Count();

    private static IEnumerable<JsonNode> Nodes(JsonNode node)
    {
        yield return node;
        foreach (var child in Children(node).ToList().SelectMany(Nodes))
        {
            yield return child;
        }
    }

    private static IEnumerable<JsonNode> Children(JsonNode node) => node switch
    {
        JsonObject members => members.Select(member => member.Value!),
        JsonArray items => items.Select(item => item!),
        _ => [],
    };

    private static bool TryChange(JsonNode node, int change) => node switch
    {
        JsonObject members => TryChange(members, change),
        JsonArray items => TryChange(items, change),
        _ => TryChange(node.AsValue(), change),
    };

    private static bool TryChange(JsonObject members, int change)
    {
        var names = members.Select(member => member.Key).ToList();
        if (change < names.Count)
        {
            members.Remove(names[change]);
            return true;
        }

        members["note"] = "added";
        return change == names.Count;
    }

    private static bool TryChange(JsonArray items, int change)
    {
        switch (change)
        {
            case 0:
                items.Add(items.Count == 0 ? JsonValue.Create(0) : items[^1]!.DeepClone());
                return true;
            case 1 when items.Count > 0:
                items.RemoveAt(0);
                return true;
            case 2 when items.Count > 1 && items[0]!.ToJsonString() != items[^1]!.ToJsonString():
                var first = items[0]!;
                items.RemoveAt(0);
                items.Add(first);
                return true;
            default:
                return false;
        }
    }

    private static bool TryChange(JsonValue value, int change)
    {
        var others = Others(value);
        if (change >= others.Length)
        {
            return false;
        }

        value.ReplaceWith(others[change]);
        return true;
    }

    private static JsonNode?[] Others(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.Number => Others(value.GetValue<long>()),
        JsonValueKind.String => Others(value.GetValue<string>()),
        var kind => [kind == JsonValueKind.False, "true", 1, null],
    };

    private static JsonNode?[] Others(long number) =>
        [number + 1, number - 1, number + 0.5, 1e300, long.MaxValue, "1", null, new JsonArray()];

    private static JsonNode?[] Others(string text)
    {
        var renumbered = text.Replace('0', '1');
        var shouted = string.Concat(text.Select(char.ToUpperInvariant));
        return
        [
            text + "0",
            text[1..],
            renumbered == text ? "0" : renumbered,
            shouted == text ? "x" : shouted,
            "",
            "é",
            0,
            null,
            new JsonObject(),
        ];
    }
}
