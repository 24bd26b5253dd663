using System.Globalization;
using System.Text.Json;
using PostMoney.ActivityStreams.Cryptography;
using PostMoney.ActivityStreams.Identifiers;
using PostMoney.ActivityStreams.Json;

namespace PostMoney.ActivityStreams.Proofs;

/// <summary>A proof's members, read and found to be of the one form that is supported. Its signature is still unchecked.</summary>
internal readonly record struct ProofOptions(DidKey Signer, DateTimeOffset Created, byte[] Signature)
{
    /// <summary>The member by which a proof names those that it is made on top of (Data Integrity 1.0 §2.1.2).</summary>
    internal const string PreviousProof = "previousProof";

    // XML Schema's dateTimeStamp as it is used: seconds or a fraction of up to seven digits, with a zone.
    private static readonly string[] _times =
    [
        "yyyy-MM-dd'T'HH:mm:ss'Z'",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
        "yyyy-MM-dd'T'HH:mm:sszzz",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
    ];

    /// <summary>Reads a proof whose names and strings are known to be readable, but for its value.</summary>
    /// <returns>The first problem, or null and the options.</returns>
    internal static ProofProblem? Read(
        JsonElement document, JsonElement proof, string purpose, string cryptosuite, out ProofOptions options)
    {
        options = default;
        return RefuseChain(proof) ?? ReadInSet(document, proof, purpose, cryptosuite, out options);
    }

    /// <summary>The same for a proof whose <c>previousProof</c> is followed by the caller.</summary>
    internal static ProofProblem? ReadInSet(
        JsonElement document, JsonElement proof, string purpose, string cryptosuite, out ProofOptions options)
    {
        options = default;
        return CheckForm(document, proof, purpose, cryptosuite)
            ?? (DidKey.TryParseVerificationMethod(Text(proof, "verificationMethod"), out var signer)
                ? ReadValues(proof, signer, out options)
                : ProofProblem.VerificationMethod);
    }

    /// <summary>The same for a key that was found elsewhere, whatever the proof calls it.</summary>
    internal static ProofProblem? Read(
        JsonElement document, JsonElement proof, string purpose, string cryptosuite, DidKey signer, out ProofOptions options)
    {
        options = default;
        return RefuseChain(proof) ?? CheckForm(document, proof, purpose, cryptosuite) ?? ReadValues(proof, signer, out options);
    }

    private static ProofProblem? RefuseChain(JsonElement proof) =>
        proof.TryGetProperty(PreviousProof, out _) ? ProofProblem.Member : null;

    private static ProofProblem? CheckForm(JsonElement document, JsonElement proof, string purpose, string cryptosuite)
    {
        if (!HasOnlyKnownMembers(proof))
        {
            return ProofProblem.Member;
        }

        if (Text(proof, "type") != EddsaJcs2022.ProofType)
        {
            return ProofProblem.Type;
        }

        if (Text(proof, "cryptosuite") != cryptosuite)
        {
            return ProofProblem.Cryptosuite;
        }

        if (!HasContextOf(document, proof, cryptosuite))
        {
            return ProofProblem.Context;
        }

        return Text(proof, "proofPurpose") == purpose ? null : ProofProblem.Purpose;
    }

    private static ProofProblem? ReadValues(JsonElement proof, DidKey signer, out ProofOptions options)
    {
        options = default;
        if (!TryReadTime(proof, out var created))
        {
            return ProofProblem.Created;
        }

        if (!Multibase.TryDecodeBase58(Text(proof, "proofValue"), out var signature)
            || signature.Length != Ed25519PublicKey.SignatureSize)
        {
            return ProofProblem.Value;
        }

        options = new ProofOptions(signer, created, signature);
        return null;
    }

    /// <summary>Reads <c>created</c>.</summary>
    internal static bool TryReadTime(JsonElement proof, out DateTimeOffset created) => DateTimeOffset.TryParseExact(
        Text(proof, "created"), _times, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out created);

    // Data Integrity 1.0 §2.1 has members that narrow a proof (expires, domain, challenge). One that is signed and
    // then ignored would be worth less than its signer meant, so only members that do not narrow are let in.
    private static bool HasOnlyKnownMembers(JsonElement proof)
    {
        foreach (var member in proof.EnumerateObject())
        {
            if (!(member.NameEquals("@context") || member.NameEquals("id") || member.NameEquals("type")
                || member.NameEquals("cryptosuite") || member.NameEquals("created") || member.NameEquals("nonce")
                || member.NameEquals("verificationMethod") || member.NameEquals("proofPurpose") || member.NameEquals("proofValue")
                || member.NameEquals(PreviousProof)))
            {
                return false;
            }
        }

        return true;
    }

    // A proof over RDF is always read under the document's context, so it need not repeat it.
    private static bool HasContextOf(JsonElement document, JsonElement proof, string cryptosuite)
    {
        var isExpected = document.TryGetProperty("@context", out var expected);
        var isThere = proof.TryGetProperty("@context", out var actual);
        return isThere
            ? isExpected && JsonElement.DeepEquals(expected, actual)
            : !isExpected || cryptosuite == EddsaRdfc2022.Cryptosuite;
    }

    internal static string? Text(JsonElement proof, string name) =>
        proof.TryGetProperty(name, out var value) && JsonText.TryRead(value, out var text) ? text : null;
}
