using PostMoney.ActivityStreams.JsonLd.Contexts;
using PostMoney.ActivityStreams.JsonLd.Tree;

namespace PostMoney.ActivityStreams.JsonLd.Flattening;

/// <summary>Writes the nodes of a document side by side, by their ids (JSON-LD 1.1 API §7.1.2).</summary>
internal static class FlattenDocument
{
    internal static ListValue Apply(Run run, ListValue expanded)
    {
        var graphs = NodeMap.Of(run, expanded).Graphs;
        var main = (MapValue)graphs.Get(NodeMap.DefaultGraph)!;
        foreach (var (name, graph) in graphs.Sorted())
        {
            if (name != NodeMap.DefaultGraph)
            {
                if (!main.Has(name))
                {
                    main.Set(name, new MapValue(Keywords.Id, new TextValue(name)));
                }

                main.Open(name).Set(Keywords.Graph, Nodes((MapValue)graph));
            }
        }

        return Nodes(main);
    }

    // A node of which nothing is said is left out.
    private static ListValue Nodes(MapValue graph)
    {
        var nodes = new ListValue(graph.Count);
        foreach (var (_, node) in graph.Sorted())
        {
            if (node is MapValue map && !(map.Count == 1 && map.Has(Keywords.Id)))
            {
                nodes.Add(map);
            }
        }

        return nodes;
    }
}
