using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Allocation.Transcripts;

namespace PostMoney.Core.Allocation.Rounds;

/// <summary>
/// Anybody checks a draw: draws it again from its transcript, and holds what comes out against what this node published of the
/// round before and after the draw.
/// </summary>
public sealed class CheckTranscript(PostMoneyDb db, RoundPages rounds)
{
    /// <summary>Checks a document from anywhere. Cost: as the draw itself, at most a few seconds.</summary>
    public async Task<CheckedTranscript> OfDocumentAsync(ReadOnlyMemory<byte> document, CancellationToken ct)
    {
        var verification = AnyTranscript.Verify(document);
        return new CheckedTranscript(
            verification, verification is Verification.Verified { Summary: var summary } ? await PublishedAsync(summary, ct) : null);
    }

    /// <summary>Checks the transcript of a round, or null where the viewer may not read one.</summary>
    public async Task<CheckedTranscript?> OfRoundAsync(Viewer viewer, Guid roundId, CancellationToken ct) =>
        await rounds.FindAsync(viewer, roundId, ct) is { Transcript: { } transcript } ? await OfDocumentAsync(transcript, ct) : null;

    private async Task<PublishedFacts?> PublishedAsync(TranscriptSummary summary, CancellationToken ct)
    {
        if (!Guid.TryParseExact(summary.Round, "D", out var id))
        {
            return null;
        }

        var found = await db.Rounds.AsNoTracking().Where(round => round.Id == id && round.State == RoundState.Drawn)
            .Select(round => new
            {
                round.SeedCommitment,
                round.TranscriptHash,
                PolicyHash = db.Policies.Where(policy => policy.Id == round.PolicyId).Select(policy => policy.Hash).First(),
            })
            .FirstOrDefaultAsync(ct);
        return found is null
            ? null
            : new PublishedFacts(
                id,
                Convert.ToHexStringLower(found.SeedCommitment) == summary.Commitment,
                Convert.ToHexStringLower(found.PolicyHash) == summary.PolicyHash,
                Convert.ToHexStringLower(found.TranscriptHash!) == summary.Hash);
    }
}

/// <summary>What checking came to.</summary>
/// <param name="Verification">Whether drawing again gives the same, or the proof in it holds.</param>
/// <param name="Published">What this node published of the round; null where it knows no such round, or nothing was reproduced.</param>
public sealed record CheckedTranscript(Verification Verification, PublishedFacts? Published);

/// <summary>Whether a transcript is the one that this node published.</summary>
/// <param name="RoundId">The round.</param>
/// <param name="SameCommitment">Drawn with the secret that was promised at the opening.</param>
/// <param name="SamePolicy">Drawn by the policy that held then.</param>
/// <param name="SameTranscript">The very document that was signed.</param>
public sealed record PublishedFacts(Guid RoundId, bool SameCommitment, bool SamePolicy, bool SameTranscript)
{
    /// <summary>Whether all of it is the same.</summary>
    public bool AllSame => SameCommitment && SamePolicy && SameTranscript;
}
