namespace PostMoney.ActivityStreams.Http.Fetching;

/// <summary>How much one incoming request may cause this server to fetch. May be shared by several at a time.</summary>
/// <remarks>ActivityPub appendix B, Recursive Objects and Federation denial-of-service. Security cases F-01 and S-21.</remarks>
public sealed class FetchBudget
{
    /// <summary>Most fetches, redirects included.</summary>
    public const int MaximumFetches = 20;

    /// <summary>How far one thing may lead to the next.</summary>
    public const int MaximumDepth = 4;

    private int _left = MaximumFetches;

    /// <summary>Takes one fetch out of it.</summary>
    /// <param name="depth">1 for what the request itself names, 2 for what that names.</param>
    public bool TryTake(int depth = 1) => depth <= MaximumDepth && Interlocked.Decrement(ref _left) >= 0;
}
