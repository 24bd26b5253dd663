using PostMoney.ActivityStreams.JsonLd.Contexts;
using PostMoney.ActivityStreams.JsonLd.Flattening;
using PostMoney.ActivityStreams.JsonLd.Tree;
using PostMoney.ActivityStreams.Rdf;

namespace PostMoney.ActivityStreams.JsonLd.Conversion;

/// <summary>Writes quads as an expanded document (JSON-LD 1.1 API §8.4.2).</summary>
internal sealed class ReadRdf
{
    private readonly Run _run;
    private readonly MapValue _graphs = new(NodeMap.DefaultGraph, new MapValue());
    private readonly Dictionary<MapValue, HashSet<(string Property, RdfTerm Value)>> _said = [];
    private readonly List<(MapValue Nodes, string Subject)> _compound = [];
    private readonly List<(MapValue Nodes, ListUsage Usage)> _listEnds = [];

    // Null where a blank node is referred to more than once.
    private readonly Dictionary<string, ListUsage?> _references = new(StringComparer.Ordinal);

    private ReadRdf(Run run) => _run = run;

    internal static ListValue Apply(Run run, IReadOnlyCollection<Quad> quads)
    {
        var reader = new ReadRdf(run);
        foreach (var quad in quads)
        {
            run.Work.Step(4);
            reader.Read(quad);
        }

        foreach (var (nodes, subject) in reader._compound)
        {
            ReadCompound.Apply(nodes, subject, reader._references);
        }

        foreach (var (nodes, usage) in reader._listEnds)
        {
            ReadLists.Apply(nodes, usage, reader._references);
        }

        return reader.Finish();
    }

    private void Read(Quad quad)
    {
        var graph = quad.Graph?.ToString() ?? NodeMap.DefaultGraph;
        var nodes = _graphs.Open(graph);
        if (graph != NodeMap.DefaultGraph)
        {
            _ = Node(_graphs.Open(NodeMap.DefaultGraph), graph);
        }

        var subject = quad.Subject.ToString()!;
        var predicate = quad.Predicate.ToString()!;
        var node = Node(nodes, subject);
        if (_run.Options.RdfDirection == RdfDirection.CompoundLiteral && predicate == RdfNames.Direction)
        {
            _compound.Add((nodes, subject));
        }

        var reference = quad.Value is LiteralTerm ? null : quad.Value.ToString();
        if (reference is not null)
        {
            _ = Node(nodes, reference);
        }

        var isType = predicate == RdfNames.Type && reference is not null && !_run.Options.UseRdfType;
        if (!Says(node, predicate, quad.Value))
        {
            return;
        }

        if (isType)
        {
            node.OpenList(Keywords.Type).Add(new TextValue(reference!));
            return;
        }

        var value = ReadLiteral.Apply(_run, quad.Value);
        node.OpenList(predicate).Add(value);
        Note(nodes, reference, new ListUsage(node, predicate, value));
    }

    private void Note(MapValue nodes, string? reference, ListUsage usage)
    {
        if (reference == RdfNames.Nil)
        {
            _listEnds.Add((nodes, usage));
        }
        else if (reference is not null && Iris.IsBlank(reference) && !_references.TryAdd(reference, usage))
        {
            _references[reference] = null;
        }
    }

    // False where that has been said before.
    private bool Says(MapValue node, string predicate, RdfTerm value)
    {
        if (!_said.TryGetValue(node, out var said))
        {
            _said[node] = said = [];
        }

        return said.Add((predicate, value));
    }

    private static MapValue Node(MapValue nodes, string id)
    {
        if (nodes.Get(id) is MapValue node)
        {
            return node;
        }

        node = new MapValue(Keywords.Id, new TextValue(id));
        nodes.Set(id, node);
        return node;
    }

    private ListValue Finish()
    {
        var main = (MapValue)_graphs.Get(NodeMap.DefaultGraph)!;
        foreach (var (name, graph) in _graphs.Members)
        {
            if (name != NodeMap.DefaultGraph && main.Get(name) is MapValue node)
            {
                node.Set(Keywords.Graph, Nodes((MapValue)graph));
            }
        }

        return Nodes(main);
    }

    private ListValue Nodes(MapValue graph)
    {
        var nodes = new ListValue(graph.Count);
        foreach (var (_, node) in _run.Options.Ordered ? graph.Sorted() : graph.Members)
        {
            if (node is MapValue { Count: > 1 })
            {
                nodes.Add(node);
            }
        }

        return nodes;
    }
}

/// <summary>Where a node is referred to.</summary>
internal sealed record ListUsage(MapValue Node, string Property, MapValue Value);
