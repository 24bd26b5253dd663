using System.Text.Json;

namespace PostMoney.Core.Categories.JsonSchemas;

/// <summary>Gives the schema document known under an absolute URI, or null. Must not fetch: a schema never makes us call out.</summary>
public delegate JsonElement? SchemaResolver(string uri);

/// <summary>Whether a text has a format, such as <c>date</c>.</summary>
public delegate bool FormatCheck(string text);

/// <summary>What a schema is compiled with.</summary>
public sealed record SchemaOptions
{
    /// <summary>Default limits, no other documents, no asserted formats.</summary>
    public static SchemaOptions Default { get; } = new();

    /// <summary>What the schema may cost.</summary>
    public SchemaLimits Limits { get; init; } = SchemaLimits.Default;

    /// <summary>Where other documents come from. By default there are none but the meta-schemas of 2020-12.</summary>
    public SchemaResolver Resolver { get; init; } = _ => null;

    /// <summary>The URI of a document without <c>$id</c>.</summary>
    public string BaseUri { get; init; } = "schema:/root";

    /// <summary>
    /// Formats that are asserted, each with its check. Empty by default: in 2020-12 <c>format</c> is an annotation
    /// (JSON Schema validation §7.2.1), and asserting is the choice of whoever asks.
    /// </summary>
    public IReadOnlyDictionary<string, FormatCheck> Formats { get; init; } = new Dictionary<string, FormatCheck>();
}
