using PostMoney.ActivityStreams.JsonLd.Contexts;
using PostMoney.ActivityStreams.JsonLd.Flattening;
using PostMoney.ActivityStreams.JsonLd.Tree;
using PostMoney.ActivityStreams.Rdf;

namespace PostMoney.ActivityStreams.JsonLd.Conversion;

/// <summary>Writes an expanded document as quads (JSON-LD 1.1 API §8.1.2).</summary>
internal sealed class WriteRdf
{
    private static readonly IriTerm _type = new(RdfNames.Type);
    private static readonly IriTerm _first = new(RdfNames.First);
    private static readonly IriTerm _rest = new(RdfNames.Rest);
    private static readonly IriTerm _nil = new(RdfNames.Nil);

    private readonly Run _run;
    private readonly NodeMap _nodes;
    private readonly List<Quad> _quads = [];
    private readonly HashSet<Quad> _known = [];
    private readonly Dictionary<string, RdfTerm?> _terms = new(StringComparer.Ordinal);
    private RdfTerm? _graph;

    private WriteRdf(Run run, NodeMap nodes)
    {
        _run = run;
        _nodes = nodes;
    }

    internal static IReadOnlyList<Quad> Apply(Run run, ListValue expanded)
    {
        var writer = new WriteRdf(run, NodeMap.Of(run, expanded));
        foreach (var (name, graph) in writer._nodes.Graphs.Members)
        {
            writer._graph = name == NodeMap.DefaultGraph ? null : writer.Resource(name);
            if (name == NodeMap.DefaultGraph || writer._graph is not null)
            {
                writer.WriteGraph((MapValue)graph);
            }
            else
            {
                run.Lose();
            }
        }

        return writer._quads;
    }

    private void WriteGraph(MapValue graph)
    {
        foreach (var (id, node) in graph.Members)
        {
            if (Resource(id) is { } subject)
            {
                WriteNode(subject, (MapValue)node);
            }
            else
            {
                _run.Lose();
            }
        }
    }

    private void WriteNode(RdfTerm subject, MapValue node)
    {
        foreach (var (name, values) in node.Members)
        {
            if (name == Keywords.Type)
            {
                foreach (var type in values.Items)
                {
                    Add(subject, _type, type.Text is { } iri ? Resource(iri) : null);
                }
            }
            else if (Predicate(name) is { } predicate)
            {
                foreach (var value in values.Items)
                {
                    Add(subject, predicate, Object(value));
                }
            }
            else if (name != Keywords.Id && values is not ListValue { Count: 0 })
            {
                _run.Lose();
            }
        }
    }

    private RdfTerm? Predicate(string name) => Keywords.Is(name) ? null : Resource(name) switch
    {
        IriTerm iri => iri,
        BlankTerm blank when _run.Options.ProduceGeneralizedRdf => blank,
        _ => null,
    };

    private void Add(RdfTerm subject, RdfTerm predicate, RdfTerm? value)
    {
        _run.Work.Step(1);
        if (value is null)
        {
            _run.Lose();
            return;
        }

        var quad = new Quad(subject, predicate, value, _graph);
        if (_known.Add(quad))
        {
            _quads.Add(quad);
        }
    }

    private RdfTerm? Object(Value value)
    {
        if (value is not MapValue map)
        {
            return null;
        }

        if (map.TryGet(Keywords.List, out var list))
        {
            return WriteList(list.Items);
        }

        if (map.Has(Keywords.Index) || (map.Has(Keywords.Direction) && _run.Options.RdfDirection == RdfDirection.None))
        {
            _run.Lose();
        }

        if (!map.TryGet(Keywords.Value, out var content))
        {
            return map.Get(Keywords.Id)?.Text is { } id ? Resource(id) : null;
        }

        return _run.Options.RdfDirection == RdfDirection.CompoundLiteral && map.Get(Keywords.Direction)?.Text is { } direction
            ? WriteCompound(content, map.Get(Keywords.Language)?.Text, direction)
            : WriteLiteral.Apply(_run, map, content);
    }

    private RdfTerm WriteList(IReadOnlyList<Value> items)
    {
        if (items.Count == 0)
        {
            return _nil;
        }

        var nodes = new RdfTerm[items.Count];
        for (var i = 0; i < nodes.Length; i++)
        {
            nodes[i] = NextBlank();
        }

        for (var i = 0; i < nodes.Length; i++)
        {
            Add(nodes[i], _first, Object(items[i]));
            Add(nodes[i], _rest, i + 1 < nodes.Length ? nodes[i + 1] : _nil);
        }

        return nodes[0];
    }

    private BlankTerm WriteCompound(Value content, string? language, string direction)
    {
        var node = NextBlank();
        Add(node, new IriTerm(RdfNames.Value), LiteralTerm.Of(content.Text ?? ""));
        if (language is not null)
        {
            Add(node, new IriTerm(RdfNames.Language), LiteralTerm.Of(language));
        }

        Add(node, new IriTerm(RdfNames.Direction), LiteralTerm.Of(direction));
        return node;
    }

    private BlankTerm NextBlank() => new(_nodes.Blank.Next()[2..]);

    // Null for what is relative or no IRI.
    private RdfTerm? Resource(string name)
    {
        if (!_terms.TryGetValue(name, out var term))
        {
            term = Iris.IsBlank(name) ? new BlankTerm(name[2..]) : Iris.IsWellFormed(name) ? new IriTerm(name) : null;
            _terms[name] = term;
        }

        return term;
    }
}
