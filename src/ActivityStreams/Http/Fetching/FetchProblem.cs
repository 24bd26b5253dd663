namespace PostMoney.ActivityStreams.Http.Fetching;

/// <summary>Why nothing was fetched or delivered, although nobody answered no.</summary>
/// <remarks>
/// The codes are ours. What they refuse is that of ActivityPub appendix B, see <see cref="FetchPolicy"/>, and of RFC 9110
/// §8.4 and §15.4.
/// </remarks>
/// <param name="Code">Stable, dotted name, such as <c>ssrf.block</c>; logs and tests compare it.</param>
/// <param name="IsLasting">Whether it would be the same at the next try.</param>
/// <param name="Message">One sentence that is safe to show; it quotes nothing.</param>
public sealed record FetchProblem(string Code, bool IsLasting, string Message)
{
    /// <summary>The address is not https, names a user, or has no host.</summary>
    public static FetchProblem Address { get; } = new("fetch.address", true, "The address is not one that is fetched from.");

    /// <summary>The port is not 443 and the operator has not allowed it.</summary>
    public static FetchProblem Port { get; } = new("fetch.port", true, "The address has a port that is not allowed.");

    /// <summary>The name leads to addresses that are not public, or are this server's own. No packet was sent to them.</summary>
    public static FetchProblem Blocked { get; } = new("ssrf.block", true, "The address is not on the public internet.");

    /// <summary>A redirect went to another origin or scheme, in a circle, nowhere, or on too long.</summary>
    public static FetchProblem Redirect { get; } = new("fetch.redirect", true, "The address leads somewhere else.");

    /// <summary>The answer is larger than allowed, decoded or not.</summary>
    public static FetchProblem TooLarge { get; } = new("fetch.too_large", true, "The answer is too large.");

    /// <summary>The answer has more than one encoding, one that was not asked for, or is not in its encoding.</summary>
    public static FetchProblem Encoding { get; } = new("fetch.encoding", true, "The answer cannot be decoded.");

    /// <summary>One of the time limits is over.</summary>
    public static FetchProblem Timeout { get; } = new("fetch.timeout", false, "The other server took too long.");

    /// <summary>No such name, no connection, no TLS, or the connection was cut.</summary>
    public static FetchProblem Connection { get; } = new("fetch.connection", false, "The other server could not be reached.");

    /// <summary>What one incoming request may cause is used up.</summary>
    public static FetchProblem Budget { get; } = new("limit.discovery", true, "Too much would have to be fetched for this.");
}
