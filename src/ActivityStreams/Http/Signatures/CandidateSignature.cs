using System.Security.Cryptography;
using PostMoney.ActivityStreams.Http.Signatures.Schemes;

namespace PostMoney.ActivityStreams.Http.Signatures;

/// <summary>A signature that was read from a message and is still unchecked: the caller looks up its key, then asks.</summary>
/// <remarks>RFC 9421 §2.3 and §3.2; draft-cavage-http-signatures-12 §2.</remarks>
public sealed class CandidateSignature
{
    internal CandidateSignature(SignatureScheme scheme, string keyId)
    {
        Scheme = scheme;
        KeyId = keyId;
    }

    /// <summary>How it is written.</summary>
    public SignatureScheme Scheme { get; }

    /// <summary>The id of the key that made it, as the sender says.</summary>
    public string KeyId { get; }

    /// <summary>What it covers, each as it stands in the message: <c>"@method"</c>, <c>(request-target)</c>, <c>digest</c>.</summary>
    public IReadOnlyList<string> Covered { get; internal init; } = [];

    /// <summary>When it was made, where the signature says so.</summary>
    public DateTimeOffset? Created { get; internal init; }

    /// <summary>When it ends, where the signature says so.</summary>
    public DateTimeOffset? Expires { get; internal init; }

    /// <summary>What the signer uses it for, where it says so (RFC 9421 §2.3).</summary>
    public string? Tag { get; internal init; }

    /// <summary>The label of RFC 9421; empty for the older draft.</summary>
    public string Label { get; internal init; } = "";

    /// <summary>SHA-256 of the signature, lower-case hex: to find the same request again. Beside the activity's id, never instead of it.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Signature));

    /// <summary>When it was made: <see cref="Created"/>, else the covered date. Set by <see cref="SignaturePolicy"/>.</summary>
    internal DateTimeOffset? At { get; set; }

    /// <summary>The same as <see cref="Covered"/> in the terms of the policy, without what covers a part alone.</summary>
    internal Coverage Covers { get; init; }

    /// <summary>What was signed.</summary>
    internal byte[] Base { get; init; } = [];

    internal byte[] Signature { get; init; } = [];

    /// <summary>What the message lets the algorithm be; the key decides among them.</summary>
    internal IReadOnlyList<SignatureAlgorithm> Algorithms { get; init; } = [];

    /// <summary>Checks it with the key that was found under <see cref="KeyId"/>.</summary>
    public SignatureCheck Verify(VerificationKey key)
    {
        var problem = SignatureProblem.Algorithm;
        foreach (var algorithm in key.Algorithms)
        {
            if (!Algorithms.Contains(algorithm))
            {
                continue;
            }

            if (key.Verify(algorithm, Base, Signature))
            {
                return new SignatureCheck.Verified(KeyId, Covered, At ?? Created);
            }

            problem = SignatureProblem.Mismatch;
        }

        return new SignatureCheck.Refused(problem);
    }
}
