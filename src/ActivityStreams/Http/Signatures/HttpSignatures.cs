using PostMoney.ActivityStreams.Http.Signatures.Schemes;

namespace PostMoney.ActivityStreams.Http.Signatures;

/// <summary>Reads the signatures of an incoming request, of either scheme, before any key is looked up.</summary>
/// <remarks>
/// One request, one scheme: where there is a <c>Signature-Input</c>, only RFC 9421 counts. Afterwards the caller finds
/// the key of each candidate and calls <see cref="CandidateSignature.Verify"/>.
/// </remarks>
public static class HttpSignatures
{
    /// <summary>Reads all signatures and keeps those that meet the policy.</summary>
    /// <param name="request">As it came in, with its whole body.</param>
    /// <param name="policy">What a signature must cover, and when it must have been made.</param>
    /// <param name="now">Our clock.</param>
    public static SignatureReading Read(HttpMessage request, SignaturePolicy policy, DateTimeOffset now)
    {
        var read = Rfc9421Signature.IsIn(request) ? Rfc9421Signature.Read(request)
            : CavageSignature.IsIn(request) ? [CavageSignature.Read(request)]
            : [(null, SignatureProblem.Missing)];
        var found = new List<CandidateSignature>();
        SignatureReading.Refused? first = null;
        foreach (var (candidate, unreadable) in read)
        {
            var (problem, skew) = candidate is null ? (unreadable, null) : policy.Judge(candidate, request, now);
            if (problem is null)
            {
                found.Add(candidate!);
            }
            else
            {
                first ??= new SignatureReading.Refused(problem, skew);
            }
        }

        return found.Count > 0 ? new SignatureReading.Found(found) : first!;
    }
}
