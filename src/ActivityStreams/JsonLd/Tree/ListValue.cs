namespace PostMoney.ActivityStreams.JsonLd.Tree;

/// <summary>An array.</summary>
internal sealed class ListValue : Value
{
    private readonly List<Value> _items;

    internal ListValue(int capacity = 1) => _items = new List<Value>(capacity);

    internal ListValue(params ReadOnlySpan<Value> items) => _items = [.. items];

    internal List<Value> All => _items;

    internal int Count => _items.Count;

    internal Value this[int index] => _items[index];

    internal void Add(Value value) => _items.Add(value);

    /// <summary>Adds the items of a list, or the value alone.</summary>
    internal void AddItems(Value value)
    {
        if (value is ListValue list)
        {
            _items.AddRange(list._items);
        }
        else
        {
            _items.Add(value);
        }
    }
}
