using System.Diagnostics.CodeAnalysis;

namespace PostMoney.ActivityStreams.Rdf;

/// <summary>Writes a dataset in its one canonical form, whatever its blank nodes were called and in whatever order it came.</summary>
/// <remarks>
/// RDF Dataset Canonicalization 1.0 (RDFC-1.0), W3C Recommendation, 21 May 2024. Datasets can be made so that this takes
/// for ever; <see cref="MaximumWork"/> stops them (§7.1).
/// </remarks>
public static class RdfCanonicalization
{
    /// <summary>Most quads of a dataset.</summary>
    public const int MaximumQuads = 20_000;

    /// <summary>Most characters of all terms of all quads: one long IRI may stand in thousands of them.</summary>
    public const int MaximumCharacters = 2_000_000;

    /// <summary>Most hashes over several blank nodes at once, and orders in which they are tried.</summary>
    public const int MaximumWork = 8_000;

    /// <summary>Most blank nodes that can be told apart only by way of one another.</summary>
    public const int MaximumChain = 200;

    /// <summary>Canonicalises a dataset.</summary>
    /// <param name="quads">The quads, in any order; repetitions count once.</param>
    /// <param name="canonical">The lines and the names that the blank nodes got.</param>
    /// <param name="hash">The hash by which blank nodes are told apart.</param>
    /// <returns>False where it takes more than the limits allow, and for generalised RDF, which has no canonical form.</returns>
    public static bool TryCanonicalize(
        IReadOnlyCollection<Quad> quads, [NotNullWhen(true)] out CanonicalDataset? canonical, RdfHash hash = RdfHash.Sha256)
    {
        canonical = null;
        if (quads.Count > MaximumQuads || quads.Any(quad => quad.Predicate is not IriTerm) || IsTooLong(quads))
        {
            return false;
        }

        using var naming = new NameBlankNodes(quads, hash);
        canonical = naming.TryName(out var names) ? CanonicalDataset.Of(naming.Quads, names) : null;
        return canonical is not null;
    }

    private static bool IsTooLong(IReadOnlyCollection<Quad> quads) =>
        quads.Sum(quad => (long)Length(quad.Subject) + Length(quad.Predicate) + Length(quad.Value) + Length(quad.Graph)) > MaximumCharacters;

    private static int Length(RdfTerm? term) => term switch
    {
        IriTerm iri => iri.Value.Length,
        LiteralTerm literal => literal.Value.Length + literal.Datatype.Length,
        _ => 0,
    };
}
