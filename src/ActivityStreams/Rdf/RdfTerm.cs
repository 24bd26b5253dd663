namespace PostMoney.ActivityStreams.Rdf;

/// <summary>What a quad is made of: an IRI, a blank node or a literal (RDF 1.1 Concepts §3).</summary>
public abstract record RdfTerm
{
    private protected RdfTerm()
    {
    }
}

/// <summary>A name for a thing.</summary>
/// <param name="Value">An absolute IRI, as it was written; equal IRIs are equal characters.</param>
public sealed record IriTerm(string Value) : RdfTerm
{
    /// <summary>The IRI, as <see cref="Value"/>.</summary>
    public override string ToString() => Value;
}

/// <summary>A thing without a name.</summary>
/// <param name="Label">What tells it apart within one dataset, without <c>_:</c>; it means nothing outside.</param>
public sealed record BlankTerm(string Label) : RdfTerm
{
    /// <summary>The label after <c>_:</c>.</summary>
    public override string ToString() => "_:" + Label;
}

/// <summary>A value.</summary>
/// <param name="Value">Its text.</param>
/// <param name="Datatype">The IRI of its type; <see cref="RdfNames.LangString"/> for a text with a language.</param>
/// <param name="Language">Its language tag (BCP 47), as it was written, or null.</param>
public sealed record LiteralTerm(string Value, string Datatype, string? Language = null) : RdfTerm
{
    /// <summary>A text without language.</summary>
    public static LiteralTerm Of(string text) => new(text, RdfNames.XsdString);

    /// <summary>The text, as <see cref="Value"/>.</summary>
    public override string ToString() => Value;
}

/// <summary>One statement of a dataset (RDF 1.1 Concepts §3.1 and §4).</summary>
/// <param name="Subject">An IRI or a blank node.</param>
/// <param name="Predicate">An IRI, or in generalised RDF a blank node.</param>
/// <param name="Value">The object: anything.</param>
/// <param name="Graph">An IRI or a blank node; null for the default graph.</param>
public sealed record Quad(RdfTerm Subject, RdfTerm Predicate, RdfTerm Value, RdfTerm? Graph = null);
