using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Identifiers;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Passports;

/// <summary>Asks for proof that somebody holds a passport, and checks the answer.</summary>
/// <remarks>The signed text names this origin, so that an answer given to another site is worth nothing here.</remarks>
public sealed class Challenges(PostMoneyDb db, Randomness randomness, TimeProvider clock)
{
    /// <summary>How long one has to answer. 10 minutes: unlocking takes a person a while, a page stays open longer.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private static readonly Refusal _void = new(
        RefusalKind.Invalid, "challenge.void", "That took too long, or was used before. Please try once more.");

    private static readonly Refusal _unproved = new(
        RefusalKind.Invalid, "challenge.unproved", "The signature does not belong to this passport and this site.");

    /// <summary>A new challenge for one purpose.</summary>
    public async Task<IssuedChallenge> IssueAsync(string purpose, CancellationToken ct)
    {
        var nonce = Base64Url.EncodeToString(randomness.Bytes(32));
        var now = clock.GetUtcNow();
        var expires = DateTimeOffset.FromUnixTimeSeconds((now + Lifetime).ToUnixTimeSeconds());
        await using var change = await db.BeginChangeAsync(ct);
        await db.Challenges.Where(challenge => challenge.ExpiresAt < now).ExecuteDeleteAsync(ct);
        db.Challenges.Add(new Challenge { NonceHash = HashOf(nonce), Purpose = purpose, ExpiresAt = expires });
        await change.SaveAsync(ct);
        return new IssuedChallenge(nonce, InWords(expires));
    }

    /// <summary>Spends the challenge, whether or not the answer is right, and checks the answer.</summary>
    /// <param name="purpose">What it must have been issued for.</param>
    /// <param name="origin">This site, such as <c>https://northside.example</c>.</param>
    /// <param name="proof">The answer.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>The proved passport.</returns>
    public async Task<Result<DidKey>> SpendAsync(string purpose, string origin, PossessionProof proof, CancellationToken ct)
    {
        var challenge = await TakeAsync(HashOf(proof.Nonce), ct);
        if (challenge is null || challenge.Purpose != purpose || challenge.ExpiresAt <= clock.GetUtcNow())
        {
            return _void;
        }

        var text = Text(purpose, origin, proof.Did, proof.Nonce, InWords(challenge.ExpiresAt));
        return DidKey.TryParse(proof.Did, out var did)
            && TryDecode(proof.Signature, out var signature)
            && did.Key.Verify(Encoding.UTF8.GetBytes(text), signature)
                ? did
                : _unproved;
    }

    /// <summary>The text that is signed.</summary>
    public static string Text(string purpose, string origin, string did, string nonce, string expires) =>
        $"postmoney/{purpose}/v1\n{origin}\n{did}\n{nonce}\n{expires}";

    private async Task<Challenge?> TakeAsync(byte[] hash, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(ct);
        var challenge = await db.Challenges.FirstOrDefaultAsync(c => c.NonceHash == hash, ct);
        if (challenge is not null)
        {
            db.Challenges.Remove(challenge);
            await change.SaveAsync(ct);
        }

        return challenge;
    }

    private static byte[] HashOf(string nonce) => SHA256.HashData(Encoding.UTF8.GetBytes(nonce));

    private static string InWords(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static bool TryDecode(string text, out byte[] bytes)
    {
        bytes = new byte[64];
        return Base64Url.IsValid(text, out var length) && length == 64 && Base64Url.TryDecodeFromChars(text, bytes, out _);
    }
}
