namespace PostMoney.Core.Items;

/// <summary>A signed record with its sealed payload, as it comes from a browser, or from the node on somebody's behalf.</summary>
/// <param name="Record">The signed record, JSON in UTF-8.</param>
/// <param name="SealedKey">The data key, sealed to the node's passport; null where nothing is sealed.</param>
/// <param name="Parts">The payload's parts.</param>
public sealed record Submission(ReadOnlyMemory<byte> Record, byte[]? SealedKey, IReadOnlyList<SubmittedPart> Parts);

/// <summary>One sealed part.</summary>
/// <param name="Name">What the category calls it.</param>
/// <param name="Ciphertext">24 bytes of nonce, then XChaCha20-Poly1305 of the padded text.</param>
public sealed record SubmittedPart(string Name, byte[] Ciphertext);
