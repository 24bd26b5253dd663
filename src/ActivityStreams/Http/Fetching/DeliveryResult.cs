namespace PostMoney.ActivityStreams.Http.Fetching;

/// <summary>What came of a delivery: one of the four cases below, and no fifth.</summary>
/// <remarks>ActivityPub §7.1; RFC 9110 §15 for what a status means.</remarks>
public abstract record DeliveryResult
{
    private DeliveryResult()
    {
    }

    /// <summary>The other server has it.</summary>
    /// <param name="Status">200 to 299.</param>
    public sealed record Delivered(int Status) : DeliveryResult;

    /// <summary>Try again later.</summary>
    /// <param name="NotBefore">What the other server asked for, one minute to one day from now; null where the caller decides.</param>
    /// <param name="Status">What it answered, null where it did not.</param>
    /// <param name="Problem">Why there is no answer.</param>
    public sealed record RetryLater(DateTimeOffset? NotBefore, int? Status, FetchProblem? Problem) : DeliveryResult;

    /// <summary>The inbox does not exist any more (410).</summary>
    public sealed record Gone : DeliveryResult;

    /// <summary>Trying again would end the same way. For 401 the other signature scheme may still be understood.</summary>
    /// <param name="Status">What was answered, redirects included, which no delivery follows; null where it was not sent.</param>
    /// <param name="Problem">Why it was not sent.</param>
    public sealed record Refused(int? Status, FetchProblem? Problem) : DeliveryResult;
}
