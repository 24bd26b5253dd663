using PostMoney.ActivityStreams.JsonLd.Tree;
using PostMoney.ActivityStreams.Rdf;

namespace PostMoney.ActivityStreams.JsonLd.Conversion;

/// <summary>Turns chains of <c>rdf:first</c> and <c>rdf:rest</c> back into lists (JSON-LD 1.1 API §8.4.2, step 6).</summary>
internal static class ReadLists
{
    internal static void Apply(MapValue nodes, ListUsage usage, Dictionary<string, ListUsage?> references)
    {
        var (node, property, head) = usage;
        List<Value> items = [];
        List<string> used = [];
        while (property == RdfNames.Rest && IsListNode(node) && node.Get(Keywords.Id)?.Text is { } id
            && references.GetValueOrDefault(id) is { } next)
        {
            items.Add(node.Get(RdfNames.First)!.Items[0]);
            used.Add(id);
            (node, property, head) = next;
        }

        items.Reverse();
        head.Remove(Keywords.Id);
        head.Set(Keywords.List, new ListValue([.. items]));
        foreach (var id in used)
        {
            // Left to be skipped: taking it out would cost a search through all of them.
            nodes.Set(id, NullValue.Only);
        }
    }

    private static bool IsListNode(MapValue node)
    {
        var isTyped = node.Get(Keywords.Type)?.Items is [TextValue { Content: RdfNames.List }];
        return node.Get(Keywords.Id)?.Text is { } id && Iris.IsBlank(id)
            && node.Get(RdfNames.First)?.Items.Count == 1
            && node.Get(RdfNames.Rest)?.Items.Count == 1
            && node.Count == (isTyped ? 4 : 3);
    }
}
