using PostMoney.ActivityStreams.JsonLd.Contexts;
using PostMoney.ActivityStreams.JsonLd.Tree;

namespace PostMoney.ActivityStreams.JsonLd.Compaction;

/// <summary>Compacts one value of a property into the arrangement of its term (JSON-LD 1.1 API §6.1.2, step 12.8).</summary>
internal static class CompactItem
{
    internal static void Apply(CompactMembers node, MapValue target, string term, Value item)
    {
        var containers = node.Active.ContainersOf(term);
        var asArray = containers.HasFlag(Containers.Set) || term is Keywords.Graph or Keywords.List || !node.Run.Options.CompactArrays;
        var map = item as MapValue;
        var inner = item.IsListObject ? map!.Get(Keywords.List)! : item.IsGraphObject ? map!.Get(Keywords.Graph)! : item;
        var compacted = CompactElement.Apply(node.Run, node.Active, term, inner);
        if (item.IsListObject)
        {
            AddList(node, target, term, map!, compacted, asArray);
        }
        else if (item.IsGraphObject)
        {
            AddGraph(node, target, term, map!, compacted, asArray);
        }
        else if ((containers & (Containers.Language | Containers.Index | Containers.Id | Containers.Type)) != 0
            && !containers.HasFlag(Containers.Graph))
        {
            CompactIntoMap.Apply(node, target.Open(term), term, item, compacted, asArray);
        }
        else
        {
            CompactMembers.Add(target, term, compacted, asArray);
        }
    }

    private static void AddList(CompactMembers node, MapValue target, string term, MapValue item, Value compacted, bool asArray)
    {
        compacted = compacted.ToList();
        if (!node.Active.ContainersOf(term).HasFlag(Containers.List))
        {
            var list = new MapValue(node.Alias(Keywords.List), compacted);
            if (item.TryGet(Keywords.Index, out var index))
            {
                list.Set(node.Alias(Keywords.Index), index);
            }

            CompactMembers.Add(target, term, list, asArray);
        }
        else if (node.Run.IsOneZero && target.Has(term))
        {
            throw new JsonLdRefusal(JsonLdProblem.ListOfLists);
        }
        else
        {
            target.Set(term, compacted);
        }
    }

    private static void AddGraph(CompactMembers node, MapValue target, string term, MapValue item, Value compacted, bool asArray)
    {
        var containers = node.Active.ContainersOf(term);
        if (containers.HasFlag(Containers.Graph | Containers.Id))
        {
            var key = item.Get(Keywords.Id)?.Text is { } id
                ? CompactIri.Apply(node.Run, node.Active, id, vocab: false)
                : node.Alias(Keywords.None);
            CompactMembers.Add(target.Open(term), key, compacted, asArray);
        }
        else if (containers.HasFlag(Containers.Graph | Containers.Index) && item.IsSimpleGraphObject)
        {
            var key = item.Get(Keywords.Index)?.Text ?? node.Alias(Keywords.None);
            CompactMembers.Add(target.Open(term), key, compacted, asArray);
        }
        else if (containers.HasFlag(Containers.Graph) && item.IsSimpleGraphObject)
        {
            // Several nodes of one graph would become several graphs.
            if (compacted is ListValue { Count: > 1 })
            {
                compacted = new MapValue(node.Alias(Keywords.Included), compacted);
            }

            CompactMembers.Add(target, term, compacted, asArray);
        }
        else
        {
            var isAlone = compacted is ListValue { Count: 1 } && node.Run.Options.CompactArrays;
            var graph = new MapValue(node.Alias(Keywords.Graph), isAlone ? compacted.Items[0] : compacted);
            if (item.Get(Keywords.Id)?.Text is { } id)
            {
                graph.Set(node.Alias(Keywords.Id), new TextValue(CompactIri.Apply(node.Run, node.Active, id, vocab: false)));
            }

            if (item.TryGet(Keywords.Index, out var index))
            {
                graph.Set(node.Alias(Keywords.Index), index);
            }

            CompactMembers.Add(target, term, graph, asArray);
        }
    }
}
