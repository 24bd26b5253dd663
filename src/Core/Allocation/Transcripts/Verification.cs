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

    /// <summary>
    /// It is an <c>alloc-transcript/1</c> of any program, and carries its own proof: nothing in it was changed after it was committed to,
    /// and from nobody who got less does an exchange lead to somebody who came later. It was not drawn again.
    /// </summary>
    /// <param name="Round">The round, as it calls itself.</param>
    /// <param name="Policy">The order of claims that it cites.</param>
    /// <param name="Needs">How many needs.</param>
    /// <param name="Served">How many of them were given something.</param>
    /// <param name="CommitHash">Compare it with what was published before the draw.</param>
    public sealed record Certified(string Round, string Policy, int Needs, int Served, string CommitHash) : Verification;

    /// <summary>It is no transcript, or does not follow from its own input.</summary>
    /// <param name="Where">The first place that is wrong, such as <c>steps[3].weight</c>; <c>document</c> for the whole.</param>
    /// <param name="Why">One sentence; repeats nothing of the document.</param>
    public sealed record Broken(string Where, string Why) : Verification;
}
