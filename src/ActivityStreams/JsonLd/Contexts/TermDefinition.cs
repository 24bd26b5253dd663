using PostMoney.ActivityStreams.JsonLd.Tree;

namespace PostMoney.ActivityStreams.JsonLd.Contexts;

/// <summary>What a term of a context stands for (JSON-LD 1.1 API §4.1.1). Never changed once it is in a context.</summary>
internal sealed record TermDefinition
{
    /// <summary>An IRI, blank node identifier or keyword; null for a term that is expressly none.</summary>
    internal string? Iri { get; set; }

    internal bool IsPrefix { get; set; }

    internal bool IsProtected { get; set; }

    internal bool IsReverse { get; set; }

    internal Containers Containers { get; set; }

    /// <summary>The address that the term's own context is relative to.</summary>
    internal string? BaseUrl { get; set; }

    internal Value? Context { get; set; }

    /// <summary>Null where the term says nothing, and an empty text where it says that there is no language.</summary>
    internal string? Language { get; set; }

    /// <summary>As <see cref="Language"/>.</summary>
    internal string? Direction { get; set; }

    internal string? Index { get; set; }

    internal string? Nest { get; set; }

    /// <summary>An IRI, or <c>@id</c>, <c>@vocab</c>, <c>@json</c> or <c>@none</c>.</summary>
    internal string? Type { get; set; }

    /// <summary>Whether the other says the same, but for being protected.</summary>
    internal bool Says(TermDefinition other) =>
        this with { IsProtected = false, Context = null } == other with { IsProtected = false, Context = null }
        && (Context is null ? other.Context is null : SameValue.Comparer.Equals(Context, other.Context));
}

/// <summary>How the values of a term are arranged.</summary>
[Flags]
internal enum Containers
{
    None = 0,
    List = 1,
    Set = 2,
    Index = 4,
    Language = 8,
    Graph = 16,
    Id = 32,
    Type = 64,
}
