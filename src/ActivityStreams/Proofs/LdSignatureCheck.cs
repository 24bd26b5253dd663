using System.Text.Json;

namespace PostMoney.ActivityStreams.Proofs;

/// <summary>What came of checking a linked-data signature: one of the two cases below, and no third.</summary>
/// <remarks>Of <see cref="RsaSignature2017"/>, which is older than Data Integrity 1.0 and has no specification of its own.</remarks>
public abstract record LdSignatureCheck
{
    private LdSignatureCheck()
    {
    }

    /// <summary>The key has signed what the document says in RDF.</summary>
    /// <param name="Creator">The address of the key, as the signature names it; that it is the key's is for the caller to know.</param>
    /// <param name="Created">When the signer says it was made; no clock was asked.</param>
    /// <param name="Expanded">What the document says, in expanded form and without its signature. Read this and nothing else.</param>
    /// <param name="CoversAll">
    /// False where the document has members that RDF drops: they are not signed, and a stranger may have put them there.
    /// </param>
    public sealed record Verified(string Creator, DateTimeOffset Created, JsonElement Expanded, bool CoversAll) : LdSignatureCheck;

    /// <summary>Nothing in the document may be believed for its signature.</summary>
    /// <param name="Problem">The first thing found wrong.</param>
    public sealed record Refused(ProofProblem Problem) : LdSignatureCheck;
}
