namespace PostMoney.ActivityStreams.Http.Signatures;

/// <summary>Why the signature of a message was refused.</summary>
/// <remarks>RFC 9421 §3.2; draft-cavage-http-signatures-12 §2.5. Neither has codes: these are ours.</remarks>
/// <param name="Code">Stable, dotted name, such as <c>sig.uncovered:digest</c>; logs and tests compare it.</param>
/// <param name="Status">What to answer: 400 for a message that is not well-formed, otherwise 401.</param>
/// <param name="Message">One sentence that is safe to show; it quotes nothing from the message.</param>
public sealed record SignatureProblem(string Code, int Status, string Message)
{
    /// <summary>There is no signature of either scheme.</summary>
    public static SignatureProblem Missing { get; } = new("sig.missing", 401, "The request is not signed.");

    /// <summary>The signature's headers are not of their grammar, or a parameter is missing, repeated or of the wrong type.</summary>
    public static SignatureProblem Malformed { get; } = new("sig.malformed", 400, "The signature's headers cannot be read.");

    /// <summary>There are more signatures than <see cref="SignaturePolicy.MaximumSignatures"/>.</summary>
    public static SignatureProblem TooMany { get; } = new("sig.too_many", 400, "The request has too many signatures.");

    /// <summary>The list of what is covered is empty, names something twice, or names what this message has not.</summary>
    public static SignatureProblem Component { get; } = new("sig.component", 400, "The signature covers what the request does not have.");

    /// <summary>A covered header that has one value comes several times (security case S-17).</summary>
    public static SignatureProblem DuplicateHeader { get; } = new("sig.duplicate_header", 400, "A signed header was sent twice.");

    /// <summary>The method is not covered.</summary>
    public static SignatureProblem UncoveredMethod { get; } = Uncovered("method");

    /// <summary>The path, or the query where there is one, is not covered.</summary>
    public static SignatureProblem UncoveredTarget { get; } = Uncovered("target");

    /// <summary>The host is not covered.</summary>
    public static SignatureProblem UncoveredHost { get; } = Uncovered("host");

    /// <summary>Neither a date nor a time of creation is covered.</summary>
    public static SignatureProblem UncoveredDate { get; } = Uncovered("date");

    /// <summary>There is or may be a body, and no digest of it is covered.</summary>
    public static SignatureProblem UncoveredDigest { get; } = Uncovered("digest");

    /// <summary>A covered date is not of the one form that HTTP has.</summary>
    public static SignatureProblem Date { get; } = new("sig.date", 400, "The date of the request cannot be read.");

    /// <summary>The signature is too old, from the future, has expired or expires too late.</summary>
    public static SignatureProblem Clock { get; } = new("sig.clock", 401, "The signature is not of this time.");

    /// <summary>The covered digest cannot be read, has no kind that is known, or is another body's.</summary>
    public static SignatureProblem Digest { get; } = new("sig.digest", 401, "The digest does not fit the body.");

    /// <summary>The key's id is neither an https URL nor a did:key with its key (security cases S-19 and S-20).</summary>
    public static SignatureProblem KeyIdScheme { get; } = new("sig.keyid_scheme", 401, "The signature does not name a key that can be looked up.");

    /// <summary>The algorithm is not one of the key's.</summary>
    public static SignatureProblem Algorithm { get; } = new("sig.alg", 401, "The signature's algorithm is not its key's.");

    /// <summary>The signature is not this key's for this message.</summary>
    public static SignatureProblem Mismatch { get; } = new("sig.mismatch", 401, "The signature does not fit the request.");

    private static SignatureProblem Uncovered(string what) =>
        new("sig.uncovered:" + what, 401, "The signature does not cover what it must.");
}
