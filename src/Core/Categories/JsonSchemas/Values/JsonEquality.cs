using System.Text.Json;

namespace PostMoney.Core.Categories.JsonSchemas.Values;

/// <summary>Equality of JSON values as JSON Schema means it: numbers by value, objects without regard to order.</summary>
/// <remarks>JSON Schema core §4.2.2. Both sides have passed <see cref="Screening"/>, so depth and numbers are bounded.</remarks>
internal sealed class JsonEquality : IEqualityComparer<JsonElement>
{
    /// <summary>The one comparer; it keeps nothing.</summary>
    internal static JsonEquality Exact { get; } = new();

    /// <inheritdoc />
    public bool Equals(JsonElement x, JsonElement y) => x.ValueKind == y.ValueKind && x.ValueKind switch
    {
        JsonValueKind.Number => JsonNumber.Of(x) == JsonNumber.Of(y),
        JsonValueKind.String => x.GetString() == y.GetString(),
        JsonValueKind.Array => SameItems(x, y),
        JsonValueKind.Object => SameProperties(x, y),
        _ => true,
    };

    /// <inheritdoc />
    public int GetHashCode(JsonElement obj)
    {
        var hash = new HashCode();
        hash.Add(obj.ValueKind);
        switch (obj.ValueKind)
        {
            case JsonValueKind.Number:
                hash.Add(JsonNumber.Of(obj));
                break;
            case JsonValueKind.String:
                hash.Add(obj.GetString());
                break;
            case JsonValueKind.Array:
                foreach (var item in obj.EnumerateArray())
                {
                    hash.Add(GetHashCode(item));
                }

                break;
            case JsonValueKind.Object:
                // Added up, because the order of properties means nothing.
                hash.Add(obj.EnumerateObject().Sum(p => (long)HashCode.Combine(p.Name, GetHashCode(p.Value))));
                break;
        }

        return hash.ToHashCode();
    }

    private bool SameItems(JsonElement x, JsonElement y)
    {
        if (x.GetArrayLength() != y.GetArrayLength())
        {
            return false;
        }

        using var other = y.EnumerateArray();
        foreach (var item in x.EnumerateArray())
        {
            if (!other.MoveNext() || !Equals(item, other.Current))
            {
                return false;
            }
        }

        return true;
    }

    private bool SameProperties(JsonElement x, JsonElement y)
    {
        if (x.GetPropertyCount() != y.GetPropertyCount())
        {
            return false;
        }

        var others = y.EnumerateObject().ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
        return x.EnumerateObject().All(p => others.TryGetValue(p.Name, out var value) && Equals(p.Value, value));
    }
}
