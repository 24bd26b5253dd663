using System.Text.Json;

namespace PostMoney.Core.Categories.JsonSchemas.Compiling;

/// <summary>A schema with an identifier of its own: a document, or a part of one that carries <c>$id</c>.</summary>
/// <remarks>JSON Schema core §4.3.5. Anchors and the dynamic scope belong to resources, not to documents.</remarks>
internal sealed class SchemaResource(SchemaDocument document, string uri, string pointer, JsonElement element, Dialect dialect)
{
    internal SchemaDocument Document { get; } = document;

    internal UriReference Uri { get; } = UriReference.Parse(uri);

    /// <summary>Where in its document it begins.</summary>
    internal string Pointer { get; } = pointer;

    internal JsonElement Element { get; } = element;

    internal Dialect Dialect { get; } = dialect;

    /// <summary>Names by <c>$anchor</c> and <c>$dynamicAnchor</c>.</summary>
    internal Dictionary<string, SchemaLocation> Anchors { get; } = new(StringComparer.Ordinal);

    /// <summary>Names by <c>$dynamicAnchor</c> alone.</summary>
    internal Dictionary<string, SchemaLocation> DynamicAnchors { get; } = new(StringComparer.Ordinal);

    /// <summary>Its own place.</summary>
    internal SchemaLocation Root => new(this, Pointer, Element);
}
