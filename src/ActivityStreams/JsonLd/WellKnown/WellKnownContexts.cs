using System.Collections.Concurrent;
using System.Text.Json;
using PostMoney.ActivityStreams.JsonLd.Tree;

namespace PostMoney.ActivityStreams.JsonLd.WellKnown;

/// <summary>The contexts that the fediverse writes its documents with, built in so that none is ever fetched.</summary>
/// <remarks>
/// JSON-LD 1.1 API §9.4 allows it, and JSON-LD 1.1 recommends it (Security Considerations). Each is a table of facts, which
/// term stands for which IRI and what its values are, and means the same as the document at its address. Nobody who
/// controls such an address later can change what a document here says.
/// </remarks>
public static class WellKnownContexts
{
    private static readonly ConcurrentDictionary<string, Value?> _trees = new(StringComparer.Ordinal);

    /// <summary>The addresses, as documents write them.</summary>
    public static IReadOnlyCollection<string> Addresses => ContextTables.All.Keys;

    /// <summary>The document at an address, with <c>@context</c>; null where it is not built in.</summary>
    public static JsonElement? Load(string address) =>
        Tree(address) is { } tree ? JsonTree.ToElement(new MapValue(Keywords.Context, tree)) : null;

    // Only built-in addresses are kept, so the table cannot grow.
    internal static Value? Tree(string address) => ContextTables.All.TryGetValue(address, out var table)
        ? _trees.GetOrAdd(address, static (_, text) => ReadTable.Apply(text), table)
        : null;
}
