namespace PostMoney.ActivityStreams.JsonLd;

/// <summary>How much one document may ask for, so that a hostile one costs a moment and no more.</summary>
/// <remarks>
/// Ours, as JSON-LD 1.1 sets none and warns of such documents (Security Considerations). Beyond any of them a document is
/// refused with <see cref="JsonLdProblem.TooMuchWork"/>. They are set so that the worst document that was found takes at
/// most 100 ms and 32 MB on a small machine; ordinary ones use a hundredth of it.
/// </remarks>
public static class JsonLdLimits
{
    /// <summary>Most objects and arrays within one another in a document or a context: 64.</summary>
    public const int Depth = 64;

    /// <summary>Most contexts that lead to one another by their addresses: 16.</summary>
    public const int RemoteContexts = 16;

    /// <summary>Most terms that are defined by one another in a row: 64.</summary>
    public const int TermChain = 64;

    /// <summary>Most steps: values read, terms defined or copied, candidates compared.</summary>
    public const int Steps = 700_000;

    /// <summary>Most characters of IRIs put together from parts.</summary>
    public const int Characters = 3_000_000;
}
