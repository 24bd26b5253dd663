using PostMoney.ActivityStreams.Identifiers;

namespace PostMoney.ActivityStreams.Proofs;

/// <summary>What came of checking a proof: one of the two cases below, and no third.</summary>
/// <remarks>Data Integrity 1.0 §4.4 (Verify Proof).</remarks>
public abstract record ProofCheck
{
    private ProofCheck()
    {
    }

    /// <summary>The signer has signed exactly this document. Whether they may say what it says is for the caller to ask.</summary>
    /// <param name="Signer">Whose key it was.</param>
    /// <param name="Created">When the signer says it was made; no clock was asked.</param>
    /// <param name="Purpose">The proof's purpose, as asked for.</param>
    public sealed record Verified(DidKey Signer, DateTimeOffset Created, string Purpose) : ProofCheck;

    /// <summary>Nothing in the document may be believed.</summary>
    /// <param name="Problem">The first thing found wrong.</param>
    public sealed record Refused(ProofProblem Problem) : ProofCheck;
}
