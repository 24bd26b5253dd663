using BenchmarkDotNet.Attributes;
using PostMoney.ActivityStreams.Cryptography;
using PostMoney.ActivityStreams.Proofs;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;

namespace PostMoney.Benchmarks.Functions;

/// <summary>The check of a record that came in as bytes, against libsodium's check of 64 bytes alone.</summary>
public class CheckingARecord
{
    private readonly byte[] _hashes = new byte[64];
    private readonly Ed25519PublicKey _signer;
    private readonly byte[] _signature;
    private readonly byte[] _record;

    public CheckingARecord()
    {
        using var key = Ed25519SecretKey.FromSeed(new byte[32]);
        _signer = key.PublicKey;
        _signature = key.Sign(_hashes);
        _record = EddsaJcs2022.Sign(ARecord.Document, key, ARecord.At);
    }

    [Benchmark(Baseline = true)]
    public bool Libsodium() => _signer.Verify(_hashes, _signature);

    [Benchmark]
    public Result<SignedRecord> Record() => SignedRecord.Read(_record);
}
