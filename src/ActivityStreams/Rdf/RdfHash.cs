namespace PostMoney.ActivityStreams.Rdf;

/// <summary>The hash by which blank nodes are told apart. Both sides of a signature must use the same.</summary>
/// <remarks>RDFC-1.0 §4.2 and §4.8; FIPS 180-4.</remarks>
public enum RdfHash
{
    /// <summary>SHA-256, what is used unless something else was agreed on.</summary>
    Sha256,

    /// <summary>SHA-384.</summary>
    Sha384,
}
