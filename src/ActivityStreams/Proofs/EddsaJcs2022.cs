using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using PostMoney.ActivityStreams.Cryptography;
using PostMoney.ActivityStreams.Identifiers;
using PostMoney.ActivityStreams.Json;

namespace PostMoney.ActivityStreams.Proofs;

/// <summary>Signs and checks JSON documents with the Data Integrity cryptosuite <c>eddsa-jcs-2022</c>.</summary>
/// <remarks>
/// W3C vc-di-eddsa 1.0 §3.3, FEP-8b32. Signed are SHA-256 of the canonical proof without its value, then SHA-256 of the
/// canonical document without its proof: 64 bytes. Keys are did:key alone. Stricter than the specification: the proof's
/// <c>@context</c> equals the document's rather than beginning it, and there is one proof, with its time.
/// </remarks>
public static class EddsaJcs2022
{
    /// <summary>The purpose of every record: the signer asserts what it says.</summary>
    public const string AssertionMethod = "assertionMethod";

    internal const string ProofType = "DataIntegrityProof";

    internal const string Cryptosuite = "eddsa-jcs-2022";

    /// <summary>Signs a document that has no proof yet.</summary>
    /// <param name="document">
    /// An object with a canonical form and without <c>proof</c>, whose depth <see cref="StrictJson"/> allows with its proof too:
    /// 32 levels in all, of which the context may have 30, since the proof repeats it.
    /// </param>
    /// <param name="key">The signer's.</param>
    /// <param name="created">Written in UTC and whole seconds; a fraction is cut off.</param>
    /// <param name="purpose">The proof's purpose.</param>
    /// <returns>The canonical bytes of the document with its proof.</returns>
    /// <exception cref="ArgumentException">The document is no such object.</exception>
    public static byte[] Sign(
        JsonElement document, Ed25519SecretKey key, DateTimeOffset created, string purpose = AssertionMethod) =>
        SignAs(DidKey.From(key.PublicKey).VerificationMethod, document, key, created, purpose);

    /// <summary>The same under another name of the key.</summary>
    internal static byte[] SignAs(string method, JsonElement document, Ed25519SecretKey key, DateTimeOffset created, string purpose)
    {
        var output = new ArrayBufferWriter<byte>(2_048);
        Span<byte> hashes = stackalloc byte[64];
        if (document.ValueKind != JsonValueKind.Object
            || !JsonDepth.IsWithin(document, StrictJson.MaximumDepth)
            || !TryHashWithout(document, "proof", output, hashes[32..], out var former)
            || former.ValueKind != JsonValueKind.Undefined)
        {
            throw new ArgumentException("Only an object with a canonical form and without a proof can be signed.", nameof(document));
        }

        if (document.TryGetProperty("@context", out var context) && !JsonDepth.IsWithin(context, StrictJson.MaximumDepth - 2))
        {
            throw new ArgumentException("The context is too deep to stand in a proof.", nameof(document));
        }

        var write = new WriteProof(Cryptosuite, method, created, purpose);
        _ = TryHashWithout(write.Apply(context, proofValue: null, output), "proofValue", output, hashes[..32], out _);
        var proof = write.Apply(context, Multibase.EncodeBase58(key.Sign(hashes)), output);
        output.ResetWrittenCount();
        _ = CanonicalWriter.TryWriteObject(document, output, ("proof", proof));
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Checks the one proof of a document.</summary>
    /// <param name="document">Any JSON value, its proof included.</param>
    /// <param name="purpose">The purpose that the proof must have.</param>
    public static ProofCheck Verify(JsonElement document, string purpose = AssertionMethod)
    {
        Span<byte> hashes = stackalloc byte[64];
        var options = default(ProofOptions);
        var problem = Hash(document, hashes, out var proof) ?? ProofOptions.Read(document, proof, purpose, Cryptosuite, out options);
        if (problem is not null)
        {
            return new ProofCheck.Refused(problem);
        }

        return options.Signer.Key.Verify(hashes, options.Signature)
            ? new ProofCheck.Verified(options.Signer, options.Created, purpose)
            : new ProofCheck.Refused(ProofProblem.Signature);
    }

    /// <summary>What a proof signs, 64 bytes (§3.3.4), with both removals done while writing.</summary>
    /// <returns>Null, or the problem. Without a problem every string but the proof's value is known to be readable.</returns>
    internal static ProofProblem? Hash(JsonElement document, Span<byte> hashes, out JsonElement proof)
    {
        proof = default;
        var output = new ArrayBufferWriter<byte>(2_048);
        if (document.ValueKind != JsonValueKind.Object || !TryHashWithout(document, "proof", output, hashes[32..], out proof))
        {
            return ProofProblem.Document;
        }

        return proof.ValueKind switch
        {
            JsonValueKind.Undefined => ProofProblem.Missing,
            JsonValueKind.Object when TryHashWithout(proof, "proofValue", output, hashes[..32], out _) => null,
            JsonValueKind.Object => ProofProblem.Document,
            _ => ProofProblem.NotSingle,
        };
    }

    /// <summary>The same where the document has in its <c>proof</c> just what this proof signs.</summary>
    internal static ProofProblem? HashAsItIs(JsonElement signed, JsonElement proof, Span<byte> hashes)
    {
        var output = new ArrayBufferWriter<byte>(2_048);
        if (!TryHashWithout(proof, "proofValue", output, hashes[..32], out _))
        {
            return ProofProblem.Document;
        }

        output.ResetWrittenCount();
        return CanonicalWriter.TryWriteObject(signed, output) && SHA256.HashData(output.WrittenSpan, hashes[32..]) > 0
            ? null
            : ProofProblem.Document;
    }

    private static bool TryHashWithout(
        JsonElement element, string name, ArrayBufferWriter<byte> output, Span<byte> hash, out JsonElement leftOut)
    {
        output.ResetWrittenCount();
        return CanonicalWriter.TryWriteObjectWithout(element, name, output, out leftOut)
            && SHA256.HashData(output.WrittenSpan, hash) == hash.Length;
    }
}
