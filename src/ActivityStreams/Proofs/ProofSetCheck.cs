using PostMoney.ActivityStreams.Identifiers;

namespace PostMoney.ActivityStreams.Proofs;

/// <summary>What came of checking all proofs of a document: one of the two cases below, and no third.</summary>
/// <remarks>Data Integrity 1.0 §4.5 (Verify Proof Sets and Chains).</remarks>
public abstract record ProofSetCheck
{
    private ProofSetCheck()
    {
    }

    /// <summary>Every proof is right. Whether these signers may say what the document says is for the caller to ask.</summary>
    /// <param name="Proofs">
    /// One for each proof, in the document's order; at least one. The same signer may stand there more than once, so count
    /// signers and not proofs.
    /// </param>
    public sealed record Verified(IReadOnlyList<ProofCheck.Verified> Proofs) : ProofSetCheck
    {
        /// <summary>Whether one of the proofs is by this key: ask it for the document's owner, since anybody may add a proof.</summary>
        public bool IsSignedBy(DidKey signer) => Proofs.Any(proof => proof.Signer.Equals(signer));
    }

    /// <summary>Nothing in the document may be believed.</summary>
    /// <param name="Problem">The first thing found wrong with any proof.</param>
    public sealed record Refused(ProofProblem Problem) : ProofSetCheck;
}
