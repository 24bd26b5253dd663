using System.Text.Json;
using PostMoney.ActivityStreams.JsonLd.WellKnown;

namespace PostMoney.ActivityStreams.JsonLd;

/// <summary>What the caller of the processor may choose.</summary>
/// <remarks>JSON-LD 1.1 API §9.3 (JsonLdOptions), less what has to do with fetching and framing.</remarks>
public sealed record JsonLdOptions
{
    /// <summary>What is used where nothing is asked for.</summary>
    public static JsonLdOptions Default { get; } = new();

    /// <summary>The IRI against which relative ones are resolved: the document's address. Without it they stay relative.</summary>
    public string? Base { get; init; }

    /// <summary>A context under which the document is read, before its own; an object with <c>@context</c>, or the context alone.</summary>
    public JsonElement? ExpandContext { get; init; }

    /// <summary>The version whose rules are followed: 1.1, unless a test of the former asks for 1.0.</summary>
    public JsonLdVersion Version { get; init; } = JsonLdVersion.OneOne;

    /// <summary>Compaction writes an array of one as its one item. True.</summary>
    public bool CompactArrays { get; init; } = true;

    /// <summary>Compaction writes IRIs relative to <see cref="Base"/>. True.</summary>
    public bool CompactToRelative { get; init; } = true;

    /// <summary>Members are taken in the order of their names rather than of the document. False; slower.</summary>
    public bool Ordered { get; init; }

    /// <summary>From RDF: numbers and booleans become JSON's own. False, since a double may lose digits.</summary>
    public bool UseNativeTypes { get; init; }

    /// <summary>From RDF: <c>rdf:type</c> stays a property rather than becoming <c>@type</c>. False.</summary>
    public bool UseRdfType { get; init; }

    /// <summary>How the direction of text is carried in RDF, which has none. By default it is not.</summary>
    public RdfDirection RdfDirection { get; init; }

    /// <summary>To RDF: triples whose predicate is a blank node are kept. False.</summary>
    public bool ProduceGeneralizedRdf { get; init; }

    /// <summary>
    /// Refuses a document of which something would be dropped, rather than dropping it: names without a meaning, values that
    /// belong to nothing, relative IRIs in RDF. For signing, where what is dropped is not signed. False.
    /// </summary>
    public bool RefuseLoss { get; init; }

    /// <summary>Gives the document behind a context's address, or null where there is none. Answers from memory; never throws.</summary>
    /// <remarks>By default <see cref="WellKnownContexts.Load"/>; another replaces it and may ask it first.</remarks>
    public Func<string, JsonElement?> Loader { get; init; } = WellKnownContexts.Load;
}

/// <summary>The version of JSON-LD whose rules are followed.</summary>
/// <remarks>JSON-LD 1.1 API §9.3, <c>processingMode</c>.</remarks>
public enum JsonLdVersion
{
    /// <summary>JSON-LD 1.1 (2020).</summary>
    OneOne,

    /// <summary>JSON-LD 1.0 (2014): what 1.1 added is refused.</summary>
    OneZero,
}

/// <summary>How the direction of text is carried in RDF, which has none of its own.</summary>
/// <remarks>JSON-LD 1.1 §10, The i18n Namespace and The rdf:CompoundLiteral Class; not normative.</remarks>
public enum RdfDirection
{
    /// <summary>It is lost.</summary>
    None,

    /// <summary>In the datatype, below <c>https://www.w3.org/ns/i18n#</c>.</summary>
    I18nDatatype,

    /// <summary>In a blank node with <c>rdf:direction</c>.</summary>
    CompoundLiteral,
}
