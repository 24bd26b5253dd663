using System.Globalization;

namespace PostMoney.ActivityStreams.JsonLd.Flattening;

/// <summary>Names the nodes of one document that have no name: <c>_:b0</c> and so on (JSON-LD 1.1 API §7.4).</summary>
internal sealed class BlankNodes
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private int _count;

    internal string Next() => string.Create(CultureInfo.InvariantCulture, $"_:b{_count++}");

    /// <summary>The name for what the document calls so.</summary>
    internal string For(string label)
    {
        if (!_names.TryGetValue(label, out var name))
        {
            name = Next();
            _names[label] = name;
        }

        return name;
    }
}
