using System.Text.Json;
using PostMoney.Core.Categories.JsonSchemas.Keywords;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Categories.JsonSchemas.Compiling;

/// <summary>Turns a schema document and whatever it refers to into nodes. Used once for each compilation.</summary>
internal sealed class SchemaCompiler
{
    private readonly List<Refusal> _refusals = [];
    private readonly Queue<SchemaNode> _unfilled = new();
    private readonly List<SchemaNode> _filled = [];

    internal SchemaCompiler(SchemaOptions options)
    {
        Options = options;
        Registry = new SchemaRegistry(options, _refusals);
    }

    internal SchemaOptions Options { get; }

    internal SchemaRegistry Registry { get; }

    /// <summary>Why it did not work; empty when it did.</summary>
    internal List<Refusal> Refusals => _refusals;

    /// <summary>Whether any schema asks what others have evaluated; only then is the checking kept track of.</summary>
    internal bool AsksWhatWasEvaluated { get; private set; }

    /// <summary>Compiles the document. Null when there are refusals.</summary>
    internal SchemaNode? Compile(JsonElement document)
    {
        var root = Registry.Add(document.Clone(), UriReference.Parse(Options.BaseUri).WithoutFragment());
        if (root is null || _refusals.Count > 0)
        {
            return null;
        }

        var top = NodeAt(root.Root);

        // Every schema of the document, used or not, so that a fault never hides until the day it is used.
        foreach (var location in root.Document.Locations.Values.ToList())
        {
            NodeAt(location);
        }

        while (_refusals.Count == 0 && _unfilled.TryDequeue(out var node))
        {
            Fill(node);
        }

        if (_refusals.Count == 0 && Progress.FirstCircle(_filled) is { } circle)
        {
            Refuse(SchemaRefusals.Endless(circle.Location.Pointer));
        }

        return _refusals.Count == 0 ? top : null;
    }

    /// <summary>The node of a place: the same one each time, perhaps not filled yet.</summary>
    internal SchemaNode NodeAt(SchemaLocation location)
    {
        var nodes = location.Resource.Document.Nodes;
        if (!nodes.TryGetValue(location.Pointer, out var node))
        {
            nodes[location.Pointer] = node = new SchemaNode(location);
            _unfilled.Enqueue(node);
        }

        return node;
    }

    /// <summary>The nodes that a dynamic anchor may lead to: whoever carries the name in any document.</summary>
    internal void CompileDynamicAnchors(SchemaResource resource)
    {
        foreach (var location in resource.DynamicAnchors.Values)
        {
            NodeAt(location);
        }
    }

    internal void Refuse(Refusal refusal) => _refusals.Add(refusal);

    private void Fill(SchemaNode node)
    {
        _filled.Add(node);
        CompileDynamicAnchors(node.Resource);
        if (node.Location.Element.ValueKind != JsonValueKind.Object)
        {
            node.Always = node.Location.Element.GetBoolean();
            return;
        }

        var keywords = new List<Keyword>();
        foreach (var property in node.Location.Element.EnumerateObject())
        {
            if (node.Resource.Dialect.Find(property.Name) is { } factory
                && factory(new KeywordSource(this, node.Location, property.Name, property.Value)) is { } keyword)
            {
                keywords.Add(keyword);
                AsksWhatWasEvaluated |= keyword.RunsLast;
            }
        }

        node.Keywords = [.. keywords.Where(k => !k.RunsLast), .. keywords.Where(k => k.RunsLast)];
    }
}
