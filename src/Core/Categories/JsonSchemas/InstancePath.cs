using System.Globalization;

namespace PostMoney.Core.Categories.JsonSchemas;

/// <summary>Where in a checked value we are; written out as a JSON Pointer only when there is a problem to tell.</summary>
/// <remarks>RFC 6901.</remarks>
internal sealed class InstancePath
{
    private readonly InstancePath? _parent;
    private readonly string? _name;
    private readonly int _index;

    private InstancePath(InstancePath? parent, string? name, int index) => (_parent, _name, _index) = (parent, name, index);

    /// <summary>The whole value.</summary>
    internal static InstancePath Root { get; } = new(null, null, 0);

    /// <summary>A property of the object here.</summary>
    internal InstancePath Property(string name) => new(this, name, 0);

    /// <summary>An item of the array here.</summary>
    internal InstancePath Item(int index) => new(this, null, index);

    /// <inheritdoc />
    public override string ToString() => _parent is null
        ? ""
        : $"{_parent}/{(_name is null ? _index.ToString(CultureInfo.InvariantCulture) : Escape(_name))}";

    /// <summary>A property name as a JSON Pointer token.</summary>
    internal static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>A JSON Pointer token as a property name.</summary>
    internal static string Unescape(string token) =>
        token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
