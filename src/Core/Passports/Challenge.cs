namespace PostMoney.Core.Passports;

/// <summary>A question that only the holder of a passport can answer: sign this, here, now. Answered once.</summary>
public sealed class Challenge
{
    /// <summary>SHA-256 of the nonce; the nonce itself is with the browser that asked.</summary>
    public required byte[] NonceHash { get; init; }

    /// <summary>What the answer is for, one of <see cref="ChallengePurpose"/>.</summary>
    public required string Purpose { get; init; }

    /// <summary>After that it is void.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>What possession of a passport is proved for; a proof for one purpose is void for another.</summary>
public static class ChallengePurpose
{
    /// <summary>Signing in.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Becoming a member.</summary>
    public const string Join = "join";
}

/// <summary>A challenge as the browser gets it.</summary>
/// <param name="Nonce">32 random bytes, base64url.</param>
/// <param name="Expires">When it becomes void, such as <c>2026-03-01T08:00:00Z</c>; signed as it stands.</param>
public sealed record IssuedChallenge(string Nonce, string Expires);

/// <summary>The browser's answer.</summary>
/// <param name="Did">The passport that it claims to hold.</param>
/// <param name="Nonce">The nonce that it was given.</param>
/// <param name="Signature">Ed25519 over the challenge's text, base64url.</param>
public sealed record PossessionProof(string Did, string Nonce, string Signature);
