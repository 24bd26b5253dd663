namespace PostMoney.Core.Allocation.Transcripts;

/// <summary>What checking a transcript came to.</summary>
public abstract record Verification
{
    private Verification()
    {
    }

    /// <summary>
    /// Drawing the same input with the same secret gives this very document. Whether it is the document that was published is
    /// for whoever knows the published lock hash, commitment or signature to compare.
    /// </summary>
    public sealed record Verified(TranscriptSummary Summary) : Verification;

    /// <summary>It is no transcript, or does not follow from its own input.</summary>
    /// <param name="Where">The first place that is wrong, such as <c>steps[3].weight</c>; <c>document</c> for the whole.</param>
    /// <param name="Why">One sentence; repeats nothing of the document.</param>
    public sealed record Broken(string Where, string Why) : Verification;
}
