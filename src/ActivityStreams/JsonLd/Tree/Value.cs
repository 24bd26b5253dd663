namespace PostMoney.ActivityStreams.JsonLd.Tree;

/// <summary>A JSON value as the JSON-LD algorithms see it: read once, shared freely, never changed after it is read.</summary>
/// <remarks>Only the algorithm that makes a <see cref="MapValue"/> or a <see cref="ListValue"/> adds to it.</remarks>
internal abstract class Value
{
    internal bool IsScalar => this is TextValue or NumberValue or FlagValue;

    internal bool IsNull => this is NullValue;

    internal string? Text => (this as TextValue)?.Content;

    /// <summary>The items of a list, or the value alone.</summary>
    internal IReadOnlyList<Value> Items => this is ListValue list ? list.All : [this];

    /// <summary>The list itself, or a list of the value alone.</summary>
    internal ListValue ToList() => this as ListValue ?? new ListValue(this);
}

/// <summary>A string.</summary>
internal sealed class TextValue(string content) : Value
{
    internal string Content { get; } = content;

    public override string ToString() => Content;
}

/// <summary>A number, and the text that it was read from, which may say more than a double can.</summary>
internal sealed class NumberValue(double number, string raw) : Value
{
    internal double Number { get; } = number;

    internal string Raw { get; } = raw;
}

/// <summary>True or false.</summary>
internal sealed class FlagValue : Value
{
    private FlagValue(bool flag) => IsTrue = flag;

    internal static FlagValue True { get; } = new(true);

    internal static FlagValue False { get; } = new(false);

    internal bool IsTrue { get; }

    internal static FlagValue Of(bool flag) => flag ? True : False;
}

/// <summary>JSON's null.</summary>
internal sealed class NullValue : Value
{
    private NullValue()
    {
    }

    internal static NullValue Only { get; } = new();
}
