using PostMoney.ActivityStreams.JsonLd.Contexts;
using PostMoney.ActivityStreams.JsonLd.Tree;

namespace PostMoney.ActivityStreams.JsonLd.Flattening;

/// <summary>Gathers what an expanded document says, by graph and by node (JSON-LD 1.1 API §7.2).</summary>
internal sealed class NodeMap
{
    internal const string DefaultGraph = "@default";

    // From here on a value is looked for by its hash rather than one by one.
    private const int HashedFrom = 16;

    private readonly Run _run;
    private readonly Dictionary<ListValue, HashSet<Value>> _hashed = [];

    private NodeMap(Run run) => _run = run;

    /// <summary>The graphs, each a map of nodes by their ids.</summary>
    internal MapValue Graphs { get; } = new(DefaultGraph, new MapValue());

    internal BlankNodes Blank { get; } = new();

    internal static NodeMap Of(Run run, ListValue expanded)
    {
        var map = new NodeMap(run);
        map.Gather(expanded, new Place(DefaultGraph));
        return map;
    }

    private void Gather(Value element, Place place)
    {
        _run.Work.Step(1);
        if (element is ListValue list)
        {
            foreach (var item in list.All)
            {
                Gather(item, place);
            }
        }
        else if (element is MapValue map)
        {
            if (map.Has(Keywords.Value))
            {
                Put(place, Renamed(map), always: false);
            }
            else if (map.TryGet(Keywords.List, out var items))
            {
                var gathered = new ListValue(items.Items.Count);
                Gather(items, place with { List = gathered });
                Put(place, new MapValue(Keywords.List, gathered), always: true);
            }
            else
            {
                GatherNode(map, place);
            }
        }
    }

    private void GatherNode(MapValue element, Place place)
    {
        if (element.Count == 1 && element.Get(Keywords.Id) is NullValue)
        {
            // A reference to what looks like a keyword refers to nothing.
            _run.Lose();
            return;
        }

        var id = element.Get(Keywords.Id)?.Text is { } given ? Rename(given) : Blank.Next();
        var node = Node(place.Graph, id);
        if (place.Reversed is { } reversed)
        {
            Append(node.OpenList(place.Property!), reversed);
        }
        else if (place.Property is not null)
        {
            Put(place, new MapValue(Keywords.Id, new TextValue(id)), always: false);
        }

        if (element.TryGet(Keywords.Type, out var types))
        {
            var known = node.OpenList(Keywords.Type);
            foreach (var type in types.Items)
            {
                Append(known, type.Text is { } iri ? new TextValue(Rename(iri)) : type);
            }
        }

        SetIndex(node, element);
        var here = new Place(place.Graph) { Subject = node };
        GatherReversed(element, place.Graph, id);
        if (element.TryGet(Keywords.Graph, out var graph))
        {
            _ = Graphs.Open(id);
            Gather(graph, new Place(id));
        }

        if (element.TryGet(Keywords.Included, out var included))
        {
            Gather(included, new Place(place.Graph));
        }

        foreach (var (name, values) in _run.Options.Ordered ? element.Sorted() : element.Members)
        {
            if (!Keywords.Is(name))
            {
                var property = Rename(name);
                _ = node.OpenList(property);
                Gather(values, here with { Property = property });
            }
        }
    }

    private void GatherReversed(MapValue element, string graph, string id)
    {
        if (element.Get(Keywords.Reverse) is not MapValue reverse)
        {
            return;
        }

        var reference = new MapValue(Keywords.Id, new TextValue(id));
        foreach (var (name, values) in _run.Options.Ordered ? reverse.Sorted() : reverse.Members)
        {
            Gather(values, new Place(graph) { Reversed = reference, Property = Rename(name) });
        }
    }

    private static void SetIndex(MapValue node, MapValue element)
    {
        if (!element.TryGet(Keywords.Index, out var index))
        {
            return;
        }

        if (node.TryGet(Keywords.Index, out var earlier) && earlier.Text != index.Text)
        {
            throw new JsonLdRefusal(JsonLdProblem.ConflictingIndexes);
        }

        node.Set(Keywords.Index, index);
    }

    private MapValue Node(string graph, string id)
    {
        var nodes = Graphs.Open(graph);
        if (nodes.Get(id) is MapValue node)
        {
            return node;
        }

        node = new MapValue(Keywords.Id, new TextValue(id));
        nodes.Set(id, node);
        return node;
    }

    private void Put(Place place, Value value, bool always)
    {
        if (place.List is { } list)
        {
            list.Add(value);
        }
        else if (place.Subject is { } subject)
        {
            var values = subject.OpenList(place.Property!);
            if (always)
            {
                values.Add(value);
            }
            else
            {
                Append(values, value);
            }
        }
    }

    // Each value once.
    private void Append(ListValue values, Value value)
    {
        if (values.Count < HashedFrom)
        {
            _run.Work.Step(values.Count);
            if (!values.All.Exists(known => SameValue.Comparer.Equals(known, value)))
            {
                values.Add(value);
            }

            return;
        }

        if (!_hashed.TryGetValue(values, out var hashes))
        {
            hashes = new HashSet<Value>(values.All, SameValue.Comparer);
            _hashed[values] = hashes;
        }

        if (hashes.Add(value))
        {
            values.Add(value);
        }
    }

    // The datatype of a value may be a blank node in version 1.0.
    private MapValue Renamed(MapValue value)
    {
        if (value.Get(Keywords.Type)?.Text is not { } type || !Iris.IsBlank(type))
        {
            return value;
        }

        var renamed = value.Copy();
        renamed.Set(Keywords.Type, new TextValue(Rename(type)));
        return renamed;
    }

    private string Rename(string name) => Iris.IsBlank(name) ? Blank.For(name) : name;

    /// <summary>Where a value belongs: a property of a node, a list, or from its other end a node that is referred to.</summary>
    private readonly record struct Place(string Graph)
    {
        internal MapValue? Subject { get; init; }

        internal MapValue? Reversed { get; init; }

        internal string? Property { get; init; }

        internal ListValue? List { get; init; }
    }
}
