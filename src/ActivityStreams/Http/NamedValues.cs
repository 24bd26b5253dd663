using System.Runtime.InteropServices;

namespace PostMoney.ActivityStreams.Http;

/// <summary>Values by name in their order, each name once. Few of them, as nearly always, cost no table of hashes; many are not slow.</summary>
internal sealed class NamedValues<T>
{
    private const int Few = 8;

    private readonly List<KeyValuePair<string, T>> _entries = [];
    private Dictionary<string, int>? _places;

    internal int Count => _entries.Count;

    internal KeyValuePair<string, T>[] ToArray() => [.. _entries];

    /// <summary>Adds a value, unless its name is there.</summary>
    internal bool TryAdd(string name, T value)
    {
        if (PlaceOf(name) >= 0)
        {
            return false;
        }

        _places?.Add(name, _entries.Count);
        _entries.Add(new(name, value));
        return true;
    }

    /// <summary>Adds a value, or puts it in the place of the one with its name.</summary>
    internal void Set(string name, T value)
    {
        if (!TryAdd(name, value))
        {
            _entries[PlaceOf(name)] = new(name, value);
        }
    }

    private int PlaceOf(string name)
    {
        if (_entries.Count > Few)
        {
            _places ??= IndexAll();
            return _places.GetValueOrDefault(name, -1);
        }

        var entries = CollectionsMarshal.AsSpan(_entries);
        for (var i = 0; i < entries.Length; i++)
        {
            if (string.Equals(entries[i].Key, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    private Dictionary<string, int> IndexAll()
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < _entries.Count; i++)
        {
            places.Add(_entries[i].Key, i);
        }

        return places;
    }
}
