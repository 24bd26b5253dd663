namespace PostMoney.ActivityStreams.Http.Digests;

/// <summary>What came of comparing a digest field with a body.</summary>
/// <remarks>RFC 9530 §2 and §3; RFC 3230 §4.3.2.</remarks>
public enum DigestCheck
{
    /// <summary>Every digest of a kind known here is the body's, and there is at least one.</summary>
    Matches,

    /// <summary>The field is not of its grammar, or a digest has not its kind's length.</summary>
    Unreadable,

    /// <summary>There is neither SHA-256 nor SHA-512.</summary>
    Unsupported,

    /// <summary>A digest is another body's.</summary>
    Differs,
}
