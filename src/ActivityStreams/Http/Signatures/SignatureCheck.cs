namespace PostMoney.ActivityStreams.Http.Signatures;

/// <summary>What came of checking a signature with a key: one of the two cases below, and no third.</summary>
/// <remarks>RFC 9421 §3.2; draft-cavage-http-signatures-12 §2.5.</remarks>
public abstract record SignatureCheck
{
    private SignatureCheck()
    {
    }

    /// <summary>The owner of this key has signed exactly this message. Whose key it is, and what they may say, is for the caller to ask.</summary>
    /// <param name="KeyId">The key's id, by which the caller found the key.</param>
    /// <param name="Covered">What was covered, each as it stands in the message: <c>"@method"</c>, <c>(request-target)</c>, <c>digest</c>.</param>
    /// <param name="At">When it was signed: the time of creation, else the covered date.</param>
    public sealed record Verified(string KeyId, IReadOnlyList<string> Covered, DateTimeOffset? At) : SignatureCheck;

    /// <summary>Nothing in the message may be believed.</summary>
    /// <param name="Problem">The first thing found wrong.</param>
    public sealed record Refused(SignatureProblem Problem) : SignatureCheck;
}
