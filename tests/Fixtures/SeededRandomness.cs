using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using PostMoney.Core.Foundation;

namespace PostMoney.Fixtures;

/// <summary>Bytes that look random and are the same in every run: SHA-256 over a seed and a counter.</summary>
public sealed class SeededRandomness(string seed) : Randomness
{
    private readonly byte[] _seed = SHA256.HashData(Encoding.UTF8.GetBytes(seed));
    private readonly Lock _gate = new();
    private long _block;

    /// <inheritdoc />
    public override void Fill(Span<byte> bytes)
    {
        lock (_gate)
        {
            Span<byte> input = stackalloc byte[40];
            _seed.CopyTo(input);
            while (bytes.Length > 0)
            {
                BinaryPrimitives.WriteInt64BigEndian(input[32..], _block++);
                var block = SHA256.HashData(input).AsSpan();
                var taken = Math.Min(block.Length, bytes.Length);
                block[..taken].CopyTo(bytes);
                bytes = bytes[taken..];
            }
        }
    }
}
