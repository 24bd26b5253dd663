namespace PostMoney.Core.Categories.JsonSchemas.Compiling;

/// <summary>One JSON document of schemas: the places that are known to be schemas, and what they were compiled to.</summary>
internal sealed class SchemaDocument
{
    /// <summary>Schemas by JSON Pointer.</summary>
    internal Dictionary<string, SchemaLocation> Locations { get; } = new(StringComparer.Ordinal);

    /// <summary>Compiled schemas by JSON Pointer.</summary>
    internal Dictionary<string, SchemaNode> Nodes { get; } = new(StringComparer.Ordinal);
}
