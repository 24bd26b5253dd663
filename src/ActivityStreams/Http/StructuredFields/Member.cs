namespace PostMoney.ActivityStreams.Http.StructuredFields;

/// <summary>What a list or a dictionary holds: an <see cref="Item"/> or an <see cref="InnerList"/> (RFC 8941 §3.1 and §3.2).</summary>
/// <param name="Parameters">What is said about it after semicolons, in the order of the wire.</param>
public abstract record Member(Parameters Parameters);

/// <summary>One value with its parameters (RFC 8941 §3.3).</summary>
/// <param name="Value">The value.</param>
/// <param name="Parameters">Its parameters.</param>
public sealed record Item(BareItem Value, Parameters Parameters) : Member(Parameters)
{
    /// <summary>A value without parameters.</summary>
    public Item(BareItem value)
        : this(value, Parameters.None)
    {
    }
}

/// <summary>Values in parentheses, with parameters of their own (RFC 8941 §3.1.1).</summary>
/// <param name="Items">The values, possibly none.</param>
/// <param name="Parameters">The parameters of the list.</param>
public sealed record InnerList(IReadOnlyList<Item> Items, Parameters Parameters) : Member(Parameters);
