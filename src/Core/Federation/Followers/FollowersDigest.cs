using System.Security.Cryptography;
using System.Text;

namespace PostMoney.Core.Federation.Followers;

/// <summary>A few bytes that are the same where two servers know the same followers (FEP-8fcf): SHA-256 of each id, combined by exclusive or.</summary>
public static class FollowersDigest
{
    /// <summary>In lower-case hexadecimal; of nobody it is all zeros. The order does not matter.</summary>
    public static string Of(IEnumerable<string> ids)
    {
        var digest = new byte[SHA256.HashSizeInBytes];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        foreach (var id in ids)
        {
            SHA256.HashData(Encoding.UTF8.GetBytes(id), hash);
            for (var i = 0; i < digest.Length; i++)
            {
                digest[i] ^= hash[i];
            }
        }

        return Convert.ToHexStringLower(digest);
    }
}
