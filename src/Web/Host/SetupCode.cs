using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using PostMoney.Core.Foundation;

namespace PostMoney.Web.Host;

/// <summary>The code that the operator reads where the node was started, so that nobody else can claim a new node.</summary>
public sealed class SetupCode(Randomness randomness)
{
    /// <summary>The code; a new one at each start.</summary>
    public string Text { get; } = Base64Url.EncodeToString(randomness.Bytes(12));

    /// <summary>Whether it was given rightly.</summary>
    public bool Is(string? given) => given is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given.Trim()), Encoding.UTF8.GetBytes(Text));
}
