namespace PostMoney.ActivityStreams.Http.Fetching;

/// <summary>What came of a fetch: one of the three cases below, and no fourth.</summary>
/// <remarks>RFC 9110 §15 for what a status means.</remarks>
public abstract record FetchResult
{
    private FetchResult()
    {
    }

    /// <summary>The other server sent something.</summary>
    /// <param name="ProducedBy">The address that sent it, after redirects: whose it is depends on this.</param>
    /// <param name="MediaType">Its <c>Content-Type</c> as sent; null where there is none.</param>
    /// <param name="Body">Its bytes, decoded.</param>
    public sealed record Received(Uri ProducedBy, string? MediaType, byte[] Body) : FetchResult;

    /// <summary>The other server answered, and not with what was asked for. Its body was not read.</summary>
    /// <param name="Status">Such as 404 or 410.</param>
    public sealed record Answered(int Status) : FetchResult;

    /// <summary>There is no answer.</summary>
    /// <param name="Problem">Why.</param>
    public sealed record Failed(FetchProblem Problem) : FetchResult;
}
