namespace PostMoney.ActivityStreams.Http.Signatures;

/// <summary>What came of reading the signatures of a message: one of the two cases below, and no third.</summary>
/// <remarks>RFC 9421 §3.2, up to where a key is needed; draft-cavage-http-signatures-12 §2.5.</remarks>
public abstract record SignatureReading
{
    private SignatureReading()
    {
    }

    /// <summary>These cover what they must and are of this time; none is checked yet. Only those that are may speak (security case S-16).</summary>
    /// <param name="Candidates">At least one, in the order of the message.</param>
    public sealed record Found(IReadOnlyList<CandidateSignature> Candidates) : SignatureReading;

    /// <summary>There is no signature that could be checked, so that no key need be looked up.</summary>
    /// <param name="Problem">The first thing found wrong with the first signature.</param>
    /// <param name="Skew">For <see cref="SignatureProblem.Clock"/>: how far ahead of our clock it was made; negative is past.</param>
    public sealed record Refused(SignatureProblem Problem, TimeSpan? Skew = null) : SignatureReading;
}
