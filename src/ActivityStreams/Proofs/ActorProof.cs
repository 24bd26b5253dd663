using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using PostMoney.ActivityStreams.Cryptography;
using PostMoney.ActivityStreams.Identifiers;
using PostMoney.ActivityStreams.Origins;

namespace PostMoney.ActivityStreams.Proofs;

/// <summary>Signs and checks documents with a key that an actor's own document names, as servers do for what they send.</summary>
/// <remarks>
/// FEP-8b32 with <c>eddsa-jcs-2022</c>, the key being a Multikey under <c>assertionMethod</c> (FEP-521a). A <c>signature</c>
/// (Linked Data Signatures) that a server has laid over its proof is left out before the proof is checked, since it came later.
/// </remarks>
public static class ActorProof
{
    private const string LaidOver = "signature";

    /// <summary>Signs a document that has no proof yet.</summary>
    /// <param name="document">An object with a canonical form and without <c>proof</c>.</param>
    /// <param name="key">The actor's.</param>
    /// <param name="method">Where the actor's document names the key, such as <c>https://n.test/u/bilal#ed25519-key</c>.</param>
    /// <param name="created">Written in UTC and whole seconds; a fraction is cut off.</param>
    /// <returns>The canonical bytes of the document with its proof.</returns>
    /// <exception cref="ArgumentException">The document is no such object.</exception>
    public static byte[] Sign(JsonElement document, Ed25519SecretKey key, WebId method, DateTimeOffset created) =>
        EddsaJcs2022.SignAs(method.Value, document, key, created, EddsaJcs2022.AssertionMethod);

    /// <summary>Reads which key a proof names, so that it can be looked up. Nothing is checked.</summary>
    /// <returns>False where there is not exactly one proof, or its key is not named by a canonical https URL.</returns>
    public static bool TryReadMethod(JsonElement document, [NotNullWhen(true)] out WebId? method)
    {
        method = null;
        return document.ValueKind == JsonValueKind.Object
            && document.TryGetProperty("proof", out var proof)
            && proof.ValueKind == JsonValueKind.Object
            && WebId.TryParse(ProofOptions.Text(proof, "verificationMethod"), out method);
    }

    /// <summary>Checks the one proof of a document with the key that was found under its name.</summary>
    /// <param name="document">Any JSON value, its proof included.</param>
    /// <param name="key">The key that the actor's document has under the name that <see cref="TryReadMethod"/> read.</param>
    public static ProofCheck Verify(JsonElement document, Ed25519PublicKey key)
    {
        var signed = WithoutWhatIsLaidOver(document);
        Span<byte> hashes = stackalloc byte[64];
        var options = default(ProofOptions);
        var problem = EddsaJcs2022.Hash(signed, hashes, out var proof)
            ?? ProofOptions.Read(signed, proof, EddsaJcs2022.AssertionMethod, EddsaJcs2022.Cryptosuite, DidKey.From(key), out options);
        if (problem is not null)
        {
            return new ProofCheck.Refused(problem);
        }

        return key.Verify(hashes, options.Signature)
            ? new ProofCheck.Verified(options.Signer, options.Created, EddsaJcs2022.AssertionMethod)
            : new ProofCheck.Refused(ProofProblem.Signature);
    }

    private static JsonElement WithoutWhatIsLaidOver(JsonElement document) =>
        document.ValueKind == JsonValueKind.Object && document.TryGetProperty(LaidOver, out _) && SecuredDocument.IsReadable(document)
            ? JsonSerializer.SerializeToElement(document.EnumerateObject()
                .Where(member => member.Name != LaidOver)
                .ToDictionary(member => member.Name, member => member.Value))
            : document;
}
