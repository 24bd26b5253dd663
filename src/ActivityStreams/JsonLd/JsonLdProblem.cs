namespace PostMoney.ActivityStreams.JsonLd;

/// <summary>Why a document was refused: the error codes of the specification, and one of our own.</summary>
/// <remarks>JSON-LD 1.1 Processing Algorithms and API §9.6 (W3C Recommendation, 16 July 2020).</remarks>
public sealed record JsonLdProblem
{
    private JsonLdProblem(string code) => Code = code;

    /// <summary>The code, as the specification spells it; it is stable, and quotes nothing from the document.</summary>
    public string Code { get; }

    /// <summary>Ours: the document asks for more than <see cref="JsonLdLimits"/> allow.</summary>
    public static JsonLdProblem TooMuchWork { get; } = new("too much work");

    /// <summary>Ours: something would be dropped, and <see cref="JsonLdOptions.RefuseLoss"/> forbids it.</summary>
    public static JsonLdProblem Loss { get; } = new("loss");

    /// <summary>Ours: the document says with a keyword that it is several, or that something else is its object (security case O-14).</summary>
    public static JsonLdProblem Rearranged { get; } = new("rearranged");

    /// <summary>Two names of one object mean the same keyword.</summary>
    public static JsonLdProblem CollidingKeywords { get; } = new("colliding keywords");

    /// <summary>One node has two different @index values.</summary>
    public static JsonLdProblem ConflictingIndexes { get; } = new("conflicting indexes");

    /// <summary>Contexts refer to contexts more than <see cref="JsonLdLimits.RemoteContexts"/> deep.</summary>
    public static JsonLdProblem ContextOverflow { get; } = new("context overflow");

    /// <summary>A term is defined by itself.</summary>
    public static JsonLdProblem CyclicIriMapping { get; } = new("cyclic IRI mapping");

    /// <summary>An @id is no string.</summary>
    public static JsonLdProblem InvalidIdValue { get; } = new("invalid @id value");

    /// <summary>An @import is no string.</summary>
    public static JsonLdProblem InvalidImportValue { get; } = new("invalid @import value");

    /// <summary>An @included holds something other than node objects.</summary>
    public static JsonLdProblem InvalidIncludedValue { get; } = new("invalid @included value");

    /// <summary>An @index is no string.</summary>
    public static JsonLdProblem InvalidIndexValue { get; } = new("invalid @index value");

    /// <summary>A @nest is no map, holds a value object, or names something other than a nested property.</summary>
    public static JsonLdProblem InvalidNestValue { get; } = new("invalid @nest value");

    /// <summary>A @prefix is neither true nor false.</summary>
    public static JsonLdProblem InvalidPrefixValue { get; } = new("invalid @prefix value");

    /// <summary>A @propagate is neither true nor false.</summary>
    public static JsonLdProblem InvalidPropagateValue { get; } = new("invalid @propagate value");

    /// <summary>A @protected is neither true nor false.</summary>
    public static JsonLdProblem InvalidProtectedValue { get; } = new("invalid @protected value");

    /// <summary>An @reverse is no map.</summary>
    public static JsonLdProblem InvalidReverseValue { get; } = new("invalid @reverse value");

    /// <summary>A @version is not 1.1.</summary>
    public static JsonLdProblem InvalidVersionValue { get; } = new("invalid @version value");

    /// <summary>A direction is not ltr, rtl or null.</summary>
    public static JsonLdProblem InvalidBaseDirection { get; } = new("invalid base direction");

    /// <summary>An @base is no IRI, or is relative to none.</summary>
    public static JsonLdProblem InvalidBaseIri { get; } = new("invalid base IRI");

    /// <summary>A term's container is unknown or a combination that does not exist.</summary>
    public static JsonLdProblem InvalidContainerMapping { get; } = new("invalid container mapping");

    /// <summary>A context has a member that its version does not allow.</summary>
    public static JsonLdProblem InvalidContextEntry { get; } = new("invalid context entry");

    /// <summary>A context with protected terms would be cleared.</summary>
    public static JsonLdProblem InvalidContextNullification { get; } = new("invalid context nullification");

    /// <summary>A context's language is no string.</summary>
    public static JsonLdProblem InvalidDefaultLanguage { get; } = new("invalid default language");

    /// <summary>A term maps to something that is no IRI, blank node identifier or keyword.</summary>
    public static JsonLdProblem InvalidIriMapping { get; } = new("invalid IRI mapping");

    /// <summary>A JSON literal cannot be read or written as JSON.</summary>
    public static JsonLdProblem InvalidJsonLiteral { get; } = new("invalid JSON literal");

    /// <summary>A term would be an alias of @context.</summary>
    public static JsonLdProblem InvalidKeywordAlias { get; } = new("invalid keyword alias");

    /// <summary>A language map has a value that is no string.</summary>
    public static JsonLdProblem InvalidLanguageMapValue { get; } = new("invalid language map value");

    /// <summary>A term's language is no string.</summary>
    public static JsonLdProblem InvalidLanguageMapping { get; } = new("invalid language mapping");

    /// <summary>A language is no string.</summary>
    public static JsonLdProblem InvalidLanguageTaggedString { get; } = new("invalid language-tagged string");

    /// <summary>A value with a language is no string.</summary>
    public static JsonLdProblem InvalidLanguageTaggedValue { get; } = new("invalid language-tagged value");

    /// <summary>A context is no map, string or null.</summary>
    public static JsonLdProblem InvalidLocalContext { get; } = new("invalid local context");

    /// <summary>A context that was loaded has no context in it.</summary>
    public static JsonLdProblem InvalidRemoteContext { get; } = new("invalid remote context");

    /// <summary>A reverse property is defined with what it cannot have.</summary>
    public static JsonLdProblem InvalidReverseProperty { get; } = new("invalid reverse property");

    /// <summary>An @reverse map has a keyword in it.</summary>
    public static JsonLdProblem InvalidReversePropertyMap { get; } = new("invalid reverse property map");

    /// <summary>A reverse property holds a value or a list.</summary>
    public static JsonLdProblem InvalidReversePropertyValue { get; } = new("invalid reverse property value");

    /// <summary>The context of a term is wrong in itself.</summary>
    public static JsonLdProblem InvalidScopedContext { get; } = new("invalid scoped context");

    /// <summary>A set or list object has another member.</summary>
    public static JsonLdProblem InvalidSetOrListObject { get; } = new("invalid set or list object");

    /// <summary>A term is defined by something else than it may be.</summary>
    public static JsonLdProblem InvalidTermDefinition { get; } = new("invalid term definition");

    /// <summary>A term's type is no IRI and no keyword that is allowed there.</summary>
    public static JsonLdProblem InvalidTypeMapping { get; } = new("invalid type mapping");

    /// <summary>A @type is no string or array of strings.</summary>
    public static JsonLdProblem InvalidTypeValue { get; } = new("invalid type value");

    /// <summary>A value's type is no IRI.</summary>
    public static JsonLdProblem InvalidTypedValue { get; } = new("invalid typed value");

    /// <summary>A value object has other members, or language and type at once.</summary>
    public static JsonLdProblem InvalidValueObject { get; } = new("invalid value object");

    /// <summary>The @value of a value object is neither a scalar nor null.</summary>
    public static JsonLdProblem InvalidValueObjectValue { get; } = new("invalid value object value");

    /// <summary>A context's @vocab is no IRI, blank node identifier or null.</summary>
    public static JsonLdProblem InvalidVocabMapping { get; } = new("invalid vocab mapping");

    /// <summary>An IRI would be read as a compact IRI of the context.</summary>
    public static JsonLdProblem IriConfusedWithPrefix { get; } = new("IRI confused with prefix");

    /// <summary>A context defines a keyword.</summary>
    public static JsonLdProblem KeywordRedefinition { get; } = new("keyword redefinition");

    /// <summary>A list holds a list, which version 1.0 does not allow.</summary>
    public static JsonLdProblem ListOfLists { get; } = new("list of lists");

    /// <summary>The document is no JSON that can be read, or its address is no IRI.</summary>
    public static JsonLdProblem LoadingDocumentFailed { get; } = new("loading document failed");

    /// <summary>A context is not known here; none is ever fetched.</summary>
    public static JsonLdProblem LoadingRemoteContextFailed { get; } = new("loading remote context failed");

    /// <summary>The context asks for another version than the caller.</summary>
    public static JsonLdProblem ProcessingModeConflict { get; } = new("processing mode conflict");

    /// <summary>A protected term would be defined anew.</summary>
    public static JsonLdProblem ProtectedTermRedefinition { get; } = new("protected term redefinition");

    /// <summary>The code, as <see cref="Code"/>.</summary>
    public override string ToString() => Code;
}
