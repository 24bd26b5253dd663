using System.Security.Cryptography;

namespace PostMoney.Core.Foundation;

/// <summary>Where unpredictable bytes come from; injected, so that a test can name them.</summary>
public abstract class Randomness
{
    /// <summary>Fills the whole span.</summary>
    public abstract void Fill(Span<byte> bytes);

    /// <summary>A fresh array of <paramref name="count"/> bytes.</summary>
    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        Fill(bytes);
        return bytes;
    }
}

/// <summary>The operating system's generator. The only one that a running node uses.</summary>
public sealed class SystemRandomness : Randomness
{
    /// <inheritdoc />
    public override void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);
}
