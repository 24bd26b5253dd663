using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Demo;

/// <summary>Bytes that follow from a seed: SHA-256 over the seed and a counter. Whoever knows the seed knows them all.</summary>
internal sealed class SeededRandomness(string seed) : Randomness
{
    private readonly byte[] _seed = SHA256.HashData(Encoding.UTF8.GetBytes(seed));
    private long _block;

    public override void Fill(Span<byte> bytes)
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
