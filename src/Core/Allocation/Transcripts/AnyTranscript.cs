using PostMoney.Fairness.Transcripts;

namespace PostMoney.Core.Allocation.Transcripts;

/// <summary>Checks a transcript of either format: a node's own by drawing again, the common one by the proof that it carries.</summary>
public static class AnyTranscript
{
    /// <summary>Checks. Never throws for what it is given.</summary>
    public static Verification Verify(ReadOnlyMemory<byte> document) =>
        document.Length <= RoundLimits.MaxTranscriptBytes && document.Span.IndexOf("\"alloc-transcript/1\""u8) >= 0
            ? ByProof(document)
            : TranscriptVerifier.Verify(document);

    private static Verification ByProof(ReadOnlyMemory<byte> document)
    {
        try
        {
            var transcript = ReadTranscript.Run(document);
            return VerifyTranscript.Run(transcript) is [var first, ..]
                ? new Verification.Broken("document", first)
                : new Verification.Certified(
                    transcript.Commit.Round,
                    transcript.Commit.Policy.Name,
                    transcript.Problem.Needs.Count,
                    transcript.Assignments.Count,
                    Convert.ToHexStringLower(transcript.CommitHash));
        }
        catch (FormatException problem)
        {
            return new Verification.Broken("document", problem.Message);
        }
    }
}
