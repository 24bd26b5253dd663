namespace PostMoney.Core.Categories.JsonSchemas.Evaluating;

/// <summary>Which properties and items of one value some schema has looked at: what the <c>unevaluated</c> keywords leave alone.</summary>
/// <remarks>JSON Schema core §11. Only a schema that accepts the value passes its set on.</remarks>
internal sealed class Evaluated
{
    private HashSet<string>? _properties;
    private HashSet<int>? _items;
    private bool _allProperties;
    private int _firstItems;

    internal void AddProperty(string name) => (_properties ??= new(StringComparer.Ordinal)).Add(name);

    internal void AddAllProperties() => _allProperties = true;

    internal void AddItem(int index) => (_items ??= []).Add(index);

    internal void AddFirstItems(int count) => _firstItems = Math.Max(_firstItems, count);

    internal void AddAllItems() => _firstItems = int.MaxValue;

    internal bool HasProperty(string name) => _allProperties || (_properties?.Contains(name) ?? false);

    internal bool HasItem(int index) => index < _firstItems || (_items?.Contains(index) ?? false);

    /// <summary>Takes over what another schema has looked at in the same value; answers how much work that was.</summary>
    internal int Merge(Evaluated other)
    {
        _allProperties |= other._allProperties;
        AddFirstItems(other._firstItems);
        foreach (var name in other._properties ?? [])
        {
            AddProperty(name);
        }

        foreach (var index in other._items ?? [])
        {
            AddItem(index);
        }

        return (other._properties?.Count ?? 0) + (other._items?.Count ?? 0);
    }
}
