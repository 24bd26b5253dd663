namespace PostMoney.ActivityStreams.JsonLd.Tree;

/// <summary>Compares values by what they say: members in any order, items in theirs.</summary>
internal sealed class SameValue : IEqualityComparer<Value>
{
    internal static SameValue Comparer { get; } = new();

    public bool Equals(Value? left, Value? right) => (left, right) switch
    {
        _ when ReferenceEquals(left, right) => true,
        (TextValue a, TextValue b) => string.Equals(a.Content, b.Content, StringComparison.Ordinal),
        (NumberValue a, NumberValue b) => a.Number.Equals(b.Number),
        (MapValue a, MapValue b) => SameMembers(a, b),
        (ListValue a, ListValue b) => a.Count == b.Count && a.All.SequenceEqual(b.All, this),
        _ => false,
    };

    public int GetHashCode(Value value)
    {
        switch (value)
        {
            case TextValue text:
                return text.Content.GetHashCode(StringComparison.Ordinal);
            case NumberValue number:
                return number.Number.GetHashCode();
            case MapValue map:
                var members = map.Count;
                foreach (var (name, member) in map.Members)
                {
                    members ^= HashCode.Combine(name.GetHashCode(StringComparison.Ordinal), GetHashCode(member));
                }

                return members;
            case ListValue list:
                var items = default(HashCode);
                foreach (var item in list.All)
                {
                    items.Add(GetHashCode(item));
                }

                return items.ToHashCode();
            default:
                return value.GetType().GetHashCode();
        }
    }

    private bool SameMembers(MapValue left, MapValue right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        foreach (var (name, value) in left.Members)
        {
            if (!right.TryGet(name, out var other) || !Equals(value, other))
            {
                return false;
            }
        }

        return true;
    }
}
