namespace PostMoney.ActivityStreams.JsonLd.Tree;

/// <summary>Tells apart what a map of an expanded document is (JSON-LD 1.1 §9).</summary>
internal static class Shapes
{
    extension(Value value)
    {
        internal bool IsValueObject => value is MapValue map && map.Has(Keywords.Value);

        internal bool IsListObject => value is MapValue map && map.Has(Keywords.List);

        internal bool IsGraphObject => value is MapValue map && map.Has(Keywords.Graph) && HasOnly(map, Keywords.Id, Keywords.Index);

        internal bool IsSimpleGraphObject =>
            value is MapValue map && map.Has(Keywords.Graph) && HasOnly(map, Keywords.Index, Keywords.Index);

        internal bool IsNodeObject =>
            value is MapValue map && !map.Has(Keywords.Value) && !map.Has(Keywords.List) && !map.Has(Keywords.Set);
    }

    private static bool HasOnly(MapValue map, string first, string second)
    {
        foreach (var (name, _) in map.Members)
        {
            if (name != Keywords.Graph && name != first && name != second)
            {
                return false;
            }
        }

        return true;
    }
}
