using System.Diagnostics.CodeAnalysis;

namespace PostMoney.ActivityStreams.JsonLd.Tree;

/// <summary>An object: its members in the order in which they were set, each name once.</summary>
internal sealed class MapValue : Value
{
    // Nearly every object is small enough to be looked through faster than a hash is computed.
    private const int IndexedFrom = 12;

    private readonly List<KeyValuePair<string, Value>> _members;
    private Dictionary<string, int>? _index;

    internal MapValue(int capacity = 4) => _members = new List<KeyValuePair<string, Value>>(capacity);

    internal MapValue(string name, Value value)
        : this(1) => _members.Add(new(name, value));

    internal List<KeyValuePair<string, Value>> Members => _members;

    internal int Count => _members.Count;

    internal bool Has(string name) => IndexOf(name) >= 0;

    internal Value? Get(string name) => IndexOf(name) is >= 0 and var index ? _members[index].Value : null;

    internal bool TryGet(string name, [NotNullWhen(true)] out Value? value)
    {
        value = Get(name);
        return value is not null;
    }

    internal void Set(string name, Value value)
    {
        var index = IndexOf(name);
        if (index >= 0)
        {
            _members[index] = new(name, value);
            return;
        }

        _members.Add(new(name, value));
        _index?.Add(name, _members.Count - 1);
    }

    /// <summary>The map under a name, made where there is none.</summary>
    internal MapValue Open(string name)
    {
        if (Get(name) is MapValue map)
        {
            return map;
        }

        map = new MapValue();
        Set(name, map);
        return map;
    }

    /// <summary>The list under a name, made where there is none.</summary>
    internal ListValue OpenList(string name)
    {
        var list = Get(name)?.ToList() ?? new ListValue();
        Set(name, list);
        return list;
    }

    internal void Remove(string name)
    {
        var index = IndexOf(name);
        if (index >= 0)
        {
            _members.RemoveAt(index);
            _index = null;
        }
    }

    /// <summary>A map of its own with the same members.</summary>
    internal MapValue Copy()
    {
        var copy = new MapValue(_members.Count + 1);
        copy._members.AddRange(_members);
        return copy;
    }

    /// <summary>The members by the code units of their names (the algorithms' lexicographical order).</summary>
    internal List<KeyValuePair<string, Value>> Sorted()
    {
        var sorted = new List<KeyValuePair<string, Value>>(_members);
        sorted.Sort(static (left, right) => string.CompareOrdinal(left.Key, right.Key));
        return sorted;
    }

    private int IndexOf(string name)
    {
        if (_members.Count >= IndexedFrom)
        {
            return (_index ??= BuildIndex()).TryGetValue(name, out var found) ? found : -1;
        }

        for (var i = 0; i < _members.Count; i++)
        {
            if (string.Equals(_members[i].Key, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    private Dictionary<string, int> BuildIndex()
    {
        var index = new Dictionary<string, int>(_members.Count, StringComparer.Ordinal);
        for (var i = 0; i < _members.Count; i++)
        {
            index[_members[i].Key] = i;
        }

        return index;
    }
}
