using System.Security.Cryptography;
using System.Text;

namespace PostMoney.Web.Display;

/// <summary>A small picture of a passport, the same wherever the same passport is shown: two of them are told apart at a glance.</summary>
public static class PassportMark
{
    private const int Side = 5;

    /// <summary>The path of an SVG of 5 by 5, symmetrical, from the SHA-256 of the passport's name.</summary>
    public static string Path(string did)
    {
        var bits = SHA256.HashData(Encoding.UTF8.GetBytes(did));
        var path = new StringBuilder();
        for (var row = 0; row < Side; row++)
        {
            for (var column = 0; column < Side; column++)
            {
                var mirrored = Math.Min(column, Side - 1 - column);
                if (bits[(row * Side) + mirrored] % 2 == 1)
                {
                    path.Append(FormattableString.Invariant($"M{column} {row}h1v1h-1z"));
                }
            }
        }

        return path.ToString();
    }
}
