using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using PostMoney.Core.Foundation;
using PostMoney.Core.Sealing;

namespace PostMoney.Core.Items;

/// <summary>Seals and signs a draft on the node exactly as a browser would, for passports that the node keeps.</summary>
public sealed class SignOnNode(PayloadCipher cipher, NodePassports passports, Randomness randomness)
{
    /// <summary>Seals the parts and signs with a member's unlocked passport.</summary>
    /// <param name="draft">The record without digests and proof.</param>
    /// <param name="parts">Private text by part name; every part that the draft names.</param>
    /// <param name="passport">Whose signature.</param>
    /// <param name="at">When it is signed.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<Submission> AsMemberAsync(
        JsonElement draft, IReadOnlyDictionary<string, string> parts, UnlockedPassport passport, DateTimeOffset at, CancellationToken ct)
    {
        var (document, sealedKey, sealedParts) = await SealAsync(draft, parts, ct);
        return new Submission(passport.Sign(document, at), sealedKey, sealedParts);
    }

    /// <summary>Seals the parts and signs with a group's passport.</summary>
    public async Task<Submission> AsGroupAsync(
        JsonElement draft, IReadOnlyDictionary<string, string> parts, Guid groupId, CancellationToken ct)
    {
        var (document, sealedKey, sealedParts) = await SealAsync(draft, parts, ct);
        return new Submission(await passports.SignAsync(NodePassports.OfGroup(groupId), document, ct), sealedKey, sealedParts);
    }

    private async Task<(JsonElement Document, byte[]? SealedKey, List<SubmittedPart> Parts)> SealAsync(
        JsonElement draft, IReadOnlyDictionary<string, string> parts, CancellationToken ct)
    {
        if (!draft.TryGetProperty("payload", out _))
        {
            return (draft, null, []);
        }

        var document = JsonObject.Create(draft.Clone())!;
        var payload = document["payload"]!.AsObject();
        var urn = document["id"]!.GetValue<string>();
        var version = document["version"]!.GetValue<int>();
        var keyId = payload["keyId"]!.GetValue<string>();
        using var key = DataKey.Create(randomness);
        var sealedParts = new List<SubmittedPart>();
        foreach (var part in payload["parts"]!.AsArray().Select(part => part!.AsObject()))
        {
            var name = part["name"]!.GetValue<string>();
            var ciphertext = cipher.Seal(key, new PartAddress(urn, name, version, keyId), parts[name]);
            part["digest"] = Base64Url.EncodeToString(SHA256.HashData(ciphertext));
            sealedParts.Add(new SubmittedPart(name, ciphertext));
        }

        return (JsonSerializer.SerializeToElement(document), await passports.SealToNodeAsync(key, ct), sealedParts);
    }
}
