namespace PostMoney.ActivityStreams.Rdf;

/// <summary>The names of RDF and XML Schema that are used here.</summary>
/// <remarks>RDF 1.1 Concepts §3.3 and §5; JSON-LD 1.1 §10.</remarks>
public static class RdfNames
{
    /// <summary>What the names of RDF begin with.</summary>
    public const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    /// <summary>What the types of XML Schema begin with.</summary>
    public const string Xsd = "http://www.w3.org/2001/XMLSchema#";

    /// <summary>What the datatypes of text with a direction begin with (JSON-LD 1.1 §10, The i18n Namespace).</summary>
    public const string I18n = "https://www.w3.org/ns/i18n#";

    /// <summary>The type of text.</summary>
    public const string XsdString = Xsd + "string";

    /// <summary>The type of text with a language.</summary>
    public const string LangString = Rdf + "langString";

    /// <summary>The type of JSON literals.</summary>
    public const string Json = Rdf + "JSON";

    internal const string Boolean = Xsd + "boolean";
    internal const string Integer = Xsd + "integer";
    internal const string Double = Xsd + "double";
    internal const string Type = Rdf + "type";
    internal const string First = Rdf + "first";
    internal const string Rest = Rdf + "rest";
    internal const string Nil = Rdf + "nil";
    internal const string List = Rdf + "List";
    internal const string Value = Rdf + "value";
    internal const string Language = Rdf + "language";
    internal const string Direction = Rdf + "direction";
}
