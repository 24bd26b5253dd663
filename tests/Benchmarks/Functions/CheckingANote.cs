using System.Text.Json;
using BenchmarkDotNet.Attributes;
using PostMoney.ActivityStreams.Cryptography;
using PostMoney.ActivityStreams.Json;
using PostMoney.ActivityStreams.Proofs;
using PostMoney.Fixtures;

namespace PostMoney.Benchmarks.Functions;

/// <summary>The proof (eddsa-jcs-2022) of a note of 2 kB, against libsodium's check of 64 bytes alone. At most 2 times.</summary>
public class CheckingANote
{
    private readonly byte[] _hashes = new byte[64];
    private readonly Ed25519PublicKey _signer;
    private readonly byte[] _signature;
    private readonly JsonElement _note;

    public CheckingANote()
    {
        using var key = Ed25519SecretKey.FromSeed(new byte[32]);
        _signer = key.PublicKey;
        _signature = key.Sign(_hashes);
        _ = StrictJson.TryParse(EddsaJcs2022.Sign(MastodonNote.Document, key, ARecord.At), out _note, out _);
    }

    [Benchmark(Baseline = true)]
    public bool Libsodium() => _signer.Verify(_hashes, _signature);

    [Benchmark]
    public ProofCheck Note() => EddsaJcs2022.Verify(_note);
}
