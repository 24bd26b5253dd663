using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PostMoney.ActivityStreams.Json;
using PostMoney.ActivityStreams.JsonLd;

namespace PostMoney.ActivityStreams.Proofs;

/// <summary>Checks the linked-data signatures that older servers put on what they forward. None is ever made here.</summary>
/// <remarks>
/// As Mastodon has it since 2017, from a draft that came before the W3C's Data Integrity 1.0: the hexadecimal SHA-256 of
/// the canonical N-Quads of the signature's options, under <c>https://w3id.org/identity/v1</c>, and of the document without
/// its signature, one after the other, signed with RSA (PKCS#1 v1.5, SHA-256). Names of the signature that would narrow it
/// are refused.
/// </remarks>
public static class RsaSignature2017
{
    /// <summary>Fewest bits of a key.</summary>
    public const int MinimumKeySize = 2_048;

    /// <summary>Most bits of a key: more would only cost time.</summary>
    public const int MaximumKeySize = 8_192;

    private const string Name = "RsaSignature2017";

    private static readonly JsonElement _optionsContext = JsonElement.Parse("\"https://w3id.org/identity/v1\""u8);

    /// <summary>Reads which key a document names, so that the caller can look it up.</summary>
    /// <returns>False where there is no signature of this kind.</returns>
    public static bool TryReadCreator(JsonElement document, [NotNullWhen(true)] out string? creator)
    {
        creator = FindSignature(document, out var signature) is null ? ProofOptions.Text(signature, "creator") : null;
        return creator is not null;
    }

    /// <summary>Checks the signature of a document.</summary>
    /// <param name="document">Any JSON value that <see cref="StrictJson"/> has read, its signature included.</param>
    /// <param name="key">The key that the caller has found for <see cref="TryReadCreator"/>.</param>
    /// <param name="options">Where contexts come from; by default those that are built in.</param>
    public static LdSignatureCheck Verify(JsonElement document, RSA key, JsonLdOptions? options = null)
    {
        options ??= JsonLdOptions.Default;
        if (FindSignature(document, out var signature) is { } missing)
        {
            return new LdSignatureCheck.Refused(missing);
        }

        if (key.KeySize is < MinimumKeySize or > MaximumKeySize)
        {
            return new LdSignatureCheck.Refused(ProofProblem.Key);
        }

        if (ReadOptions(signature, out var creator, out var created, out var value) is { } wrong)
        {
            return new LdSignatureCheck.Refused(wrong);
        }

        _ = document.TryGetProperty("@context", out var context);
        var unsigned = GraphHash.Under(context, document, "signature");
        if (Hash(unsigned, signature, options, out var signed) is { } problem)
        {
            return new LdSignatureCheck.Refused(problem);
        }

        return key.VerifyData(signed, value, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            && JsonLdProcessor.TryExpand(unsigned, options, out var expanded, out _)
            ? new LdSignatureCheck.Verified(creator, created, expanded, CoversAll(unsigned, options))
            : new LdSignatureCheck.Refused(ProofProblem.Signature);
    }

    /// <summary>What the key signs: 128 hexadecimal digits.</summary>
    /// <returns>Null, or the problem.</returns>
    internal static ProofProblem? Hash(JsonElement unsigned, JsonElement signature, JsonLdOptions options, out byte[] signed)
    {
        Span<byte> hashes = stackalloc byte[64];
        var meta = GraphHash.Under(_optionsContext, signature, "type", "id", "signatureValue");
        var problem = GraphHash.Apply(meta, options, hashes[..32]) ?? GraphHash.Apply(unsigned, options, hashes[32..]);
        signed = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hashes));
        return problem;
    }

    private static bool CoversAll(JsonElement unsigned, JsonLdOptions options) =>
        JsonLdProcessor.TryToRdf(unsigned, options with { RefuseLoss = true }, out _, out _);

    private static ProofProblem? FindSignature(JsonElement document, out JsonElement signature)
    {
        signature = default;
        if (document.ValueKind != JsonValueKind.Object || !JsonCanonicalization.TryCanonicalize(document, out _))
        {
            return ProofProblem.Document;
        }

        if (!document.TryGetProperty("signature", out signature))
        {
            return ProofProblem.Missing;
        }

        if (signature.ValueKind != JsonValueKind.Object)
        {
            return ProofProblem.NotSingle;
        }

        return ProofOptions.Text(signature, "type") == Name ? null : ProofProblem.Type;
    }

    private static ProofProblem? ReadOptions(JsonElement signature, out string creator, out DateTimeOffset created, out byte[] value)
    {
        creator = ProofOptions.Text(signature, "creator") ?? "";
        created = default;
        value = [];
        if (signature.EnumerateObject().Any(member => !IsKnown(member)))
        {
            return ProofProblem.Member;
        }

        if (creator.Length == 0)
        {
            return ProofProblem.VerificationMethod;
        }

        if (!ProofOptions.TryReadTime(signature, out created))
        {
            return ProofProblem.Created;
        }

        var text = ProofOptions.Text(signature, "signatureValue") ?? "";
        var bytes = new byte[MaximumKeySize / 8];
        if (text.Length == 0 || !Convert.TryFromBase64String(text, bytes, out var length))
        {
            return ProofProblem.Value;
        }

        value = bytes[..length];
        return null;
    }

    private static bool IsKnown(JsonProperty member) => member.NameEquals("type") || member.NameEquals("id")
        || member.NameEquals("creator") || member.NameEquals("created") || member.NameEquals("nonce")
        || member.NameEquals("signatureValue") || member.NameEquals("@context");
}
