using PostMoney.Core.Categories.JsonSchemas.Keywords;

namespace PostMoney.Core.Categories.JsonSchemas.Compiling;

/// <summary>A compiled schema. Filled once by the compiler, then only read, by many checks at a time.</summary>
internal sealed class SchemaNode(SchemaLocation location)
{
    internal SchemaLocation Location { get; } = location;

    internal SchemaResource Resource => Location.Resource;

    /// <summary>What a schema that is just <c>true</c> or <c>false</c> answers; null for the others.</summary>
    internal bool? Always { get; set; }

    /// <summary>Its keywords in the order in which they must run.</summary>
    internal IReadOnlyList<Keyword> Keywords { get; set; } = [];
}
