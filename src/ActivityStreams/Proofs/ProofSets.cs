using System.Text.Json;
using PostMoney.ActivityStreams.JsonLd;

namespace PostMoney.ActivityStreams.Proofs;

/// <summary>Checks documents that several have signed: side by side (a set) or one on top of another (a chain).</summary>
/// <remarks>
/// W3C Data Integrity 1.0 §2.1.1 (sets), §2.1.2 (chains), §4.5 (their verification). Each proof is of
/// <see cref="EddsaJcs2022"/> or <see cref="EddsaRdfc2022"/> by a did:key, under their rules. One that names others as its
/// <c>previousProof</c> signs the document with just those in its <c>proof</c>, as a list in the document's order; one that
/// names none signs the document without <c>proof</c>. Stricter than the specification: a single proof that is wrong spoils
/// all, and there are at most <see cref="MaximumProofs"/>.
/// </remarks>
public static class ProofSets
{
    /// <summary>Most proofs of a document: each one costs as much as a document of its own.</summary>
    public const int MaximumProofs = 4;

    /// <summary>Checks every proof of a document.</summary>
    /// <param name="document">
    /// Any JSON value, of at most <see cref="Json.StrictJson.MaximumDepth"/> levels, its proofs included: one object, or a list.
    /// </param>
    /// <param name="purpose">The purpose that each proof must have.</param>
    /// <param name="options">Where contexts come from, for proofs over RDF; by default those that are built in.</param>
    /// <returns>All who have signed, or the first problem of any proof.</returns>
    public static ProofSetCheck Verify(
        JsonElement document, string purpose = EddsaJcs2022.AssertionMethod, JsonLdOptions? options = null)
    {
        IReadOnlyList<IReadOnlyCollection<int>> previous = [];
        if ((SecuredDocument.ReadProofs(document, MaximumProofs, out var proofs) ?? ProofChain.Read(proofs, out previous)) is { } problem)
        {
            return new ProofSetCheck.Refused(problem);
        }

        var verified = new List<ProofCheck.Verified>(proofs.Count);
        for (var i = 0; i < proofs.Count; i++)
        {
            var signed = SecuredDocument.With(document, [.. previous[i].Select(index => proofs[index])]);
            switch (VerifyOne(signed, proofs[i], purpose, options))
            {
                case ProofCheck.Verified one:
                    verified.Add(one);
                    break;
                case ProofCheck.Refused refused:
                    return new ProofSetCheck.Refused(refused.Problem);
            }
        }

        return new ProofSetCheck.Verified(verified);
    }

    private static ProofCheck VerifyOne(JsonElement signed, JsonElement proof, string purpose, JsonLdOptions? options)
    {
        var isOverRdf = ProofOptions.Text(proof, "cryptosuite") == EddsaRdfc2022.Cryptosuite;
        var suite = isOverRdf ? EddsaRdfc2022.Cryptosuite : EddsaJcs2022.Cryptosuite;
        Span<byte> hashes = stackalloc byte[64];
        var problem = ProofOptions.ReadInSet(signed, proof, purpose, suite, out var read)
            ?? (isOverRdf
                ? EddsaRdfc2022.HashAsItIs(signed, proof, options, hashes)
                : EddsaJcs2022.HashAsItIs(signed, proof, hashes));
        if (problem is not null)
        {
            return new ProofCheck.Refused(problem);
        }

        return read.Signer.Key.Verify(hashes, read.Signature)
            ? new ProofCheck.Verified(read.Signer, read.Created, purpose)
            : new ProofCheck.Refused(ProofProblem.Signature);
    }
}
