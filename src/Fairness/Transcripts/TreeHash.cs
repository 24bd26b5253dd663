using System.Security.Cryptography;

namespace PostMoney.Fairness.Transcripts;

/// <summary>The Merkle tree hash of RFC 6962 §2.1: leaves and inner nodes are told apart by a first byte.</summary>
public static class TreeHash
{
    /// <summary>The hash of the whole tree; of nothing, SHA-256 of the empty string.</summary>
    public static byte[] Of(IReadOnlyList<byte[]> leaves) =>
        leaves.Count == 0 ? SHA256.HashData([]) : Of(leaves, 0, leaves.Count);

    private static byte[] Of(IReadOnlyList<byte[]> leaves, int from, int count)
    {
        if (count == 1)
        {
            return SHA256.HashData([0, .. leaves[from]]);
        }

        var left = 1;
        while (left * 2 < count)
        {
            left *= 2;
        }

        return SHA256.HashData([1, .. Of(leaves, from, left), .. Of(leaves, from + left, count - left)]);
    }
}
