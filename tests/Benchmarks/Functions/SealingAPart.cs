using BenchmarkDotNet.Attributes;
using PostMoney.ActivityStreams.Cryptography;
using PostMoney.Core.Foundation;
using PostMoney.Core.Sealing;

namespace PostMoney.Benchmarks.Functions;

/// <summary>A lock code sealed as a part of a payload, against libsodium with the same bytes.</summary>
public class SealingAPart
{
    private readonly DataKey _key = DataKey.Create(new SystemRandomness());
    private readonly byte[] _nonce = new byte[XChaCha20Poly1305.NonceSize];
    private readonly byte[] _padded = new byte[256];
    private readonly PartAddress _address = new("urn:uuid:0196f0a0-0000-7000-8000-000000000001", "lockCode", 1, "0196f0a0");
    private readonly PayloadCipher _cipher = new(new SystemRandomness());
    private readonly byte[] _data;

    public SealingAPart() => _data = _address.AssociatedData();

    [Benchmark(Baseline = true)]
    public byte[] Libsodium() => XChaCha20Poly1305.Encrypt(_key.Bytes, _nonce, _data, _padded);

    [Benchmark]
    public byte[] Part() => _cipher.Seal(_key, _address, "4711");
}
