using System.Security.Cryptography;
using System.Text;

namespace PostMoney.Core.Allocation;

/// <summary>Names that a round's transcript shows instead of ids: nobody can link them across rounds without the node's key.</summary>
/// <remarks>
/// Derived, not chosen, so that a node cannot look for a name that draws well. The key must be the same for every round and
/// serve nothing else.
/// </remarks>
public static class RoundPseudonym
{
    /// <summary>HMAC-SHA-256(key, "alloc/pseudonym/v1" ‖ 00 ‖ round ‖ 00 ‖ id), first 16 bytes in lower-case hexadecimal.</summary>
    /// <param name="key">The node's pseudonym key, 32 bytes.</param>
    /// <param name="round">The round's id.</param>
    /// <param name="id">What is named: a need's id, a person's did.</param>
    public static string Of(ReadOnlySpan<byte> key, string round, string id)
    {
        var mac = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"alloc/pseudonym/v1\0{round}\0{id}"));
        return Convert.ToHexStringLower(mac.AsSpan(0, 16));
    }
}
