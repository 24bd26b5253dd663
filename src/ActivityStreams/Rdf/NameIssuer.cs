using System.Globalization;

namespace PostMoney.ActivityStreams.Rdf;

/// <summary>Gives names to blank nodes in the order in which they are asked for (RDFC-1.0 §4.6).</summary>
internal sealed class NameIssuer
{
    private readonly string _prefix;
    private readonly Dictionary<string, string> _names;
    private readonly List<string> _order;

    internal NameIssuer(string prefix)
        : this(prefix, new(StringComparer.Ordinal), [])
    {
    }

    private NameIssuer(string prefix, Dictionary<string, string> names, List<string> order) =>
        (_prefix, _names, _order) = (prefix, names, order);

    /// <summary>The names, by what each node was called before.</summary>
    internal Dictionary<string, string> Names => _names;

    /// <summary>The nodes, in the order in which they were named.</summary>
    internal IReadOnlyList<string> Order => _order;

    internal string? Find(string node) => _names.GetValueOrDefault(node);

    internal string Issue(string node)
    {
        if (!_names.TryGetValue(node, out var name))
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{_prefix}{_order.Count}");
            _names[node] = name;
            _order.Add(node);
        }

        return name;
    }

    internal NameIssuer Copy() => new(_prefix, new(_names, StringComparer.Ordinal), [.. _order]);
}
