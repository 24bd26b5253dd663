using System.Security.Cryptography;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Allocation;

/// <summary>The promise, made when a round opens, to use one secret and no other: SHA-256 of 32 secret bytes.</summary>
/// <remarks>
/// It is published before the first need comes in, and the secret with the transcript. It stops the node from trying
/// secrets after the list is known; it does not stop a node that knows its secret from changing the list before the close,
/// so the hash of the frozen input (<see cref="RoundInput.LockHash"/>) should be countersigned elsewhere before the draw.
/// </remarks>
public sealed record SeedCommitment
{
    /// <summary>Bytes of a secret, of a commitment and of a seed.</summary>
    public const int Size = 32;

    private SeedCommitment(string hex) => Hex = hex;

    /// <summary>The commitment in 64 lower-case hexadecimal digits.</summary>
    public string Hex { get; }

    /// <summary>The commitment to a fresh secret of 32 random bytes.</summary>
    /// <exception cref="ArgumentException">The secret is not 32 bytes.</exception>
    public static SeedCommitment To(ReadOnlySpan<byte> secret) => secret.Length == Size
        ? new SeedCommitment(Convert.ToHexStringLower(SHA256.HashData(secret)))
        : throw new ArgumentException("A secret has 32 bytes.", nameof(secret));

    /// <summary>A commitment that was kept as 32 bytes, or <see cref="RoundRefusals.NotACommitment"/>.</summary>
    public static Result<SeedCommitment> FromBytes(ReadOnlySpan<byte> bytes) => bytes.Length == Size
        ? new SeedCommitment(Convert.ToHexStringLower(bytes))
        : RoundRefusals.NotACommitment;

    /// <summary>The 32 bytes.</summary>
    public byte[] ToBytes() => Convert.FromHexString(Hex);

    /// <summary>Whether it was made for this secret. False for anything that is not 32 bytes.</summary>
    public bool IsTo(ReadOnlySpan<byte> secret) =>
        secret.Length == Size && CryptographicOperations.FixedTimeEquals(SHA256.HashData(secret), ToBytes());

    /// <summary>The seed of the draw: SHA-256("alloc/seed/v1" ‖ 00 ‖ lock hash ‖ secret).</summary>
    /// <param name="lockHash">The hash of everything that was frozen, so that no other list is drawn with this seed.</param>
    /// <param name="secret">The secret that was committed to.</param>
    public static byte[] SeedOf(ReadOnlySpan<byte> lockHash, ReadOnlySpan<byte> secret) =>
        SHA256.HashData([.. "alloc/seed/v1\0"u8, .. lockHash, .. secret]);
}
