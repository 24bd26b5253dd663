namespace PostMoney.ActivityStreams.Proofs;

/// <summary>Why a proof was refused.</summary>
/// <remarks>Data Integrity 1.0 §4.4; FEP-8b32. The codes are ours.</remarks>
/// <param name="Code">Stable, dotted name, such as <c>proof.signature</c>; tests and other nodes compare it.</param>
/// <param name="Message">One sentence that is safe to show; it quotes nothing from the document.</param>
public sealed record ProofProblem(string Code, string Message)
{
    /// <summary>The document is not an object, or has no canonical form (RFC 8785).</summary>
    public static ProofProblem Document { get; } = new("proof.document", "The document cannot be put in its canonical form.");

    /// <summary>The document cannot be put into RDF: it is no JSON-LD, its context is not known here, or it asks for too much work.</summary>
    public static ProofProblem Graph { get; } = new("proof.graph", "The document cannot be read as JSON-LD here.");

    /// <summary>The document says something that RDF would drop, so that the proof would not cover it.</summary>
    public static ProofProblem Loss { get; } = new("proof.loss", "The document says more than its proof covers.");

    /// <summary>The key is no RSA key of 2,048 to 8,192 bits.</summary>
    public static ProofProblem Key { get; } = new("proof.key", "The key is not of a kind that can be used.");

    /// <summary>There is no <c>proof</c>.</summary>
    public static ProofProblem Missing { get; } = new("proof.missing", "The document is not signed.");

    /// <summary><c>proof</c> is not exactly one object.</summary>
    public static ProofProblem NotSingle { get; } = new("proof.not-single", "The document must have exactly one proof.");

    /// <summary><c>proof</c> is neither an object nor a list of one to four (<see cref="ProofSets"/>).</summary>
    public static ProofProblem Set { get; } = new("proof.set", "The document must have one to four proofs.");

    /// <summary>The <c>id</c> of a proof in a set is no text, or two proofs have the same.</summary>
    public static ProofProblem Id { get; } = new("proof.id", "The proofs cannot be told apart by their names.");

    /// <summary><c>previousProof</c> names a proof that is not there, one twice, or proofs in a circle.</summary>
    public static ProofProblem Previous { get; } = new("proof.previous", "The proof builds on a proof that is not there.");

    /// <summary>The proof has a member that would change its meaning and is not supported, such as <c>expires</c> or <c>domain</c>.</summary>
    public static ProofProblem Member { get; } = new("proof.member", "The proof has a condition that is not supported here.");

    /// <summary><c>type</c> is not <c>DataIntegrityProof</c>.</summary>
    public static ProofProblem Type { get; } = new("proof.type", "The proof is of another type.");

    /// <summary><c>cryptosuite</c> is not the one that was asked for.</summary>
    public static ProofProblem Cryptosuite { get; } = new("proof.cryptosuite", "The proof uses another cryptosuite.");

    /// <summary>The proof's <c>@context</c> is not the document's.</summary>
    public static ProofProblem Context { get; } = new("proof.context", "The proof is for another context than the document's.");

    /// <summary><c>created</c> is not a moment in time with its zone.</summary>
    public static ProofProblem Created { get; } = new("proof.created", "The proof does not say when it was made.");

    /// <summary><c>verificationMethod</c> is not a did:key with its own key.</summary>
    public static ProofProblem VerificationMethod { get; } = new("proof.verification-method", "The proof does not name a key that can be used.");

    /// <summary><c>proofPurpose</c> is another than was asked for.</summary>
    public static ProofProblem Purpose { get; } = new("proof.purpose", "The proof was made for another purpose.");

    /// <summary><c>proofValue</c> is not 64 bytes in base58btc.</summary>
    public static ProofProblem Value { get; } = new("proof.value", "The proof's signature cannot be read.");

    /// <summary>The signature is not this key's for this document.</summary>
    public static ProofProblem Signature { get; } = new("proof.signature", "The signature does not fit the document.");

    /// <summary>The document is no <c>VerifiableIdentityStatement</c> with a did:key as its <c>subject</c> (<see cref="IdentityProof"/>).</summary>
    public static ProofProblem Statement { get; } = new("proof.statement", "The document is no statement about an identity.");

    /// <summary><c>alsoKnownAs</c> is not the actor (<see cref="IdentityProof"/>).</summary>
    public static ProofProblem Actor { get; } = new("proof.actor", "The statement is about somebody else.");
}
