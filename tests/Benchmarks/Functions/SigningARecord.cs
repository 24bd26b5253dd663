using BenchmarkDotNet.Attributes;
using PostMoney.ActivityStreams.Cryptography;
using PostMoney.ActivityStreams.Proofs;

namespace PostMoney.Benchmarks.Functions;

/// <summary>The proof of a record, against libsodium's signature of 64 bytes alone.</summary>
public class SigningARecord
{
    private readonly Ed25519SecretKey _key = Ed25519SecretKey.FromSeed(new byte[32]);
    private readonly byte[] _hashes = new byte[64];

    [Benchmark(Baseline = true)]
    public byte[] Libsodium() => _key.Sign(_hashes);

    [Benchmark]
    public byte[] Record() => EddsaJcs2022.Sign(ARecord.Document, _key, ARecord.At);
}
