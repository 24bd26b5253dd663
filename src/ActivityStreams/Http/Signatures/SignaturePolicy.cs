using System.Globalization;
using PostMoney.ActivityStreams.Http.Digests;
using PostMoney.ActivityStreams.Http.Signatures.Schemes;

namespace PostMoney.ActivityStreams.Http.Signatures;

/// <summary>What a signature must cover and when it must have been made, for the request to count as signed at all.</summary>
/// <remarks>
/// Required are the method, the path with its query, the host, a date or time of creation, and for bodies their digest;
/// whatever else a sender covers is honoured. RFC 9421 §7.2.1 (coverage) and §7.2.2 (replay); security cases S-05 to S-10
/// and S-17 to S-20.
/// </remarks>
public sealed record SignaturePolicy
{
    /// <summary>Most signatures of one message.</summary>
    public const int MaximumSignatures = 4;

    /// <summary>The rules between servers.</summary>
    public static SignaturePolicy Default { get; } = new();

    /// <summary>How long ago a signature may have been made. Default 5 minutes.</summary>
    public TimeSpan MaximumAge { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How far ahead of our clock a signature may have been made. Default 5 minutes.</summary>
    public TimeSpan MaximumAhead { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How far ahead of our clock a signature may end. Default 12 hours; it is refused earlier by its age in any case.</summary>
    public TimeSpan MaximumLifetime { get; init; } = TimeSpan.FromHours(12);

    /// <summary>Whether keys may be named by <c>http</c> URLs. For servers of a test alone.</summary>
    public bool AllowsPlainHttp { get; init; }

    /// <summary>Looks at one signature of a request, in this order: key id, coverage, time, digest.</summary>
    /// <returns>Null where nothing is wrong, else the first problem and, for a wrong time, how far ahead of our clock it is.</returns>
    internal (SignatureProblem? Problem, TimeSpan? Skew) Judge(CandidateSignature candidate, HttpMessage request, DateTimeOffset now)
    {
        if (!KeyIds.CanBeLookedUp(candidate.KeyId, AllowsPlainHttp))
        {
            return (SignatureProblem.KeyIdScheme, null);
        }

        if (FindUncovered(candidate.Covers, request) is { } uncovered)
        {
            return (uncovered, null);
        }

        var (problem, skew) = JudgeTime(candidate, request, now);
        return problem is null ? (JudgeDigest(candidate.Covers, request), null) : (problem, skew);
    }

    private static SignatureProblem? FindUncovered(Coverage covers, HttpMessage request)
    {
        var hasQuery = request.Address?.Query is not null;
        return !covers.HasFlag(Coverage.Method) ? SignatureProblem.UncoveredMethod
            : !covers.HasFlag(Coverage.Path) || (hasQuery && !covers.HasFlag(Coverage.Query)) ? SignatureProblem.UncoveredTarget
            : !covers.HasFlag(Coverage.Host) ? SignatureProblem.UncoveredHost
            : (covers & (Coverage.Created | Coverage.Date)) == 0 ? SignatureProblem.UncoveredDate
            : MayHaveBody(request) && (covers & (Coverage.ContentDigest | Coverage.Digest)) == 0 ? SignatureProblem.UncoveredDigest
            : null;
    }

    // A POST without a byte is covered too: otherwise one with a body could be made into one without.
    private static bool MayHaveBody(HttpMessage request) =>
        !request.Body.IsEmpty || request.Method is not ("GET" or "HEAD" or "OPTIONS" or "DELETE");

    private (SignatureProblem? Problem, TimeSpan? Skew) JudgeTime(CandidateSignature candidate, HttpMessage request, DateTimeOffset now)
    {
        var created = candidate.Covers.HasFlag(Coverage.Created) ? candidate.Created : null;
        DateTimeOffset? dated = null;
        if (candidate.Covers.HasFlag(Coverage.Date))
        {
            if (!DateTimeOffset.TryParseExact(
                request.Lines("date")[0], "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
            {
                return (SignatureProblem.Date, null);
            }

            dated = date;
        }

        candidate.At = created ?? dated;
        foreach (var time in (ReadOnlySpan<DateTimeOffset?>)[created, dated])
        {
            if (time - now is { } skew && (skew > MaximumAhead || skew < -MaximumAge))
            {
                return (SignatureProblem.Clock, skew);
            }
        }

        return candidate.Expires is { } end && (end <= now || end > now + MaximumLifetime)
            ? (SignatureProblem.Clock, end - now)
            : (null, null);
    }

    private static SignatureProblem? JudgeDigest(Coverage covers, HttpMessage request)
    {
        var isRight = (!covers.HasFlag(Coverage.ContentDigest)
                || BodyDigest.Check(request.Lines("content-digest")[0], request.Body.Span) == DigestCheck.Matches)
            && (!covers.HasFlag(Coverage.Digest)
                || BodyDigest.CheckLegacy(request.Lines("digest")[0], request.Body.Span) == DigestCheck.Matches);
        return isRight ? null : SignatureProblem.Digest;
    }
}
