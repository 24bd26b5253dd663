using System.Buffers;
using System.Text.Json;
using PostMoney.ActivityStreams.Cryptography;
using PostMoney.ActivityStreams.Identifiers;
using PostMoney.ActivityStreams.Json;
using PostMoney.ActivityStreams.JsonLd;

namespace PostMoney.ActivityStreams.Proofs;

/// <summary>Signs and checks JSON-LD documents with the Data Integrity cryptosuite <c>eddsa-rdfc-2022</c>.</summary>
/// <remarks>
/// W3C vc-di-eddsa 1.0 §3.2. Signed are SHA-256 of the canonical N-Quads of the proof without its value, then of the document
/// without its proof: 64 bytes. Keys are did:key alone. A document of which RDF would drop anything is refused, since it
/// would not be signed. What is signed is what the document means and not how it is written: whoever can choose the context
/// can rename members, so read a verified document in its expanded form, or only under contexts that are known.
/// </remarks>
public static class EddsaRdfc2022
{
    internal const string Cryptosuite = "eddsa-rdfc-2022";

    /// <summary>Signs a document that has no proof yet.</summary>
    /// <param name="document">An object that <see cref="StrictJson"/> has read, without <c>proof</c>, all of whose names have a meaning.</param>
    /// <param name="key">The signer's.</param>
    /// <param name="created">Written in UTC and whole seconds; a fraction is cut off.</param>
    /// <param name="purpose">The proof's purpose.</param>
    /// <param name="options">Where contexts come from; by default those that are built in.</param>
    /// <returns>The canonical bytes (RFC 8785) of the document with its proof.</returns>
    /// <exception cref="ArgumentException">The document is no such object.</exception>
    public static byte[] Sign(
        JsonElement document,
        Ed25519SecretKey key,
        DateTimeOffset created,
        string purpose = EddsaJcs2022.AssertionMethod,
        JsonLdOptions? options = null)
    {
        var output = new ArrayBufferWriter<byte>(2_048);
        Span<byte> hashes = stackalloc byte[64];
        var write = new WriteProof(Cryptosuite, DidKey.From(key.PublicKey).VerificationMethod, created, purpose);
        var unsigned = write.Apply(context: default, proofValue: null, output);
        if (document.ValueKind != JsonValueKind.Object
            || !JsonDepth.IsWithin(document, StrictJson.MaximumDepth)
            || document.TryGetProperty("proof", out _)
            || Hash(document, unsigned, options, hashes) is not null)
        {
            throw new ArgumentException("Only an object without a proof, all of whose names have a meaning, can be signed.", nameof(document));
        }

        var proof = write.Apply(context: default, Multibase.EncodeBase58(key.Sign(hashes)), output);
        output.ResetWrittenCount();
        return CanonicalWriter.TryWriteObject(document, output, ("proof", proof))
            ? output.WrittenSpan.ToArray()
            : throw new ArgumentException("The document has no canonical form.", nameof(document));
    }

    /// <summary>Checks the one proof of a document.</summary>
    /// <param name="document">Any JSON value that <see cref="StrictJson"/> has read, its proof included.</param>
    /// <param name="purpose">The purpose that the proof must have.</param>
    /// <param name="options">Where contexts come from; by default those that are built in.</param>
    public static ProofCheck Verify(JsonElement document, string purpose = EddsaJcs2022.AssertionMethod, JsonLdOptions? options = null)
    {
        Span<byte> hashes = stackalloc byte[64];
        var read = default(ProofOptions);
        var problem = FindProof(document, out var proof)
            ?? ProofOptions.Read(document, proof, purpose, Cryptosuite, out read)
            ?? Hash(document, proof, options, hashes);
        if (problem is not null)
        {
            return new ProofCheck.Refused(problem);
        }

        return read.Signer.Key.Verify(hashes, read.Signature)
            ? new ProofCheck.Verified(read.Signer, read.Created, purpose)
            : new ProofCheck.Refused(ProofProblem.Signature);
    }

    /// <summary>What a proof signs, 64 bytes (§3.2.4).</summary>
    /// <returns>Null, or the problem.</returns>
    internal static ProofProblem? Hash(JsonElement document, JsonElement proof, JsonLdOptions? options, Span<byte> hashes)
    {
        _ = document.TryGetProperty("@context", out var context);
        return HashAsItIs(GraphHash.Under(context, document, "proof"), proof, options, hashes);
    }

    /// <summary>The same where the document has in its <c>proof</c> just what this proof signs.</summary>
    internal static ProofProblem? HashAsItIs(JsonElement signed, JsonElement proof, JsonLdOptions? options, Span<byte> hashes)
    {
        var strict = (options ?? JsonLdOptions.Default) with { RefuseLoss = true };
        _ = signed.TryGetProperty("@context", out var context);
        return GraphHash.Apply(GraphHash.Under(context, proof, "proofValue"), strict, hashes[..32])
            ?? GraphHash.Apply(signed, strict, hashes[32..]);
    }

    private static ProofProblem? FindProof(JsonElement document, out JsonElement proof)
    {
        proof = default;
        if (document.ValueKind != JsonValueKind.Object || !JsonCanonicalization.TryCanonicalize(document, out _))
        {
            return ProofProblem.Document;
        }

        if (!document.TryGetProperty("proof", out proof))
        {
            return ProofProblem.Missing;
        }

        return proof.ValueKind == JsonValueKind.Object ? null : ProofProblem.NotSingle;
    }
}
