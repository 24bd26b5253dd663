using System.Text.Json;
using BenchmarkDotNet.Attributes;
using PostMoney.ActivityStreams.Json;

namespace PostMoney.Benchmarks.Functions;

/// <summary>The canonical form of a record (RFC 8785), against writing it as it comes.</summary>
public class CanonicalJson
{
    private readonly JsonElement _record = ARecord.Document;

    [Benchmark(Baseline = true)]
    public byte[] AsItComes() => JsonSerializer.SerializeToUtf8Bytes(_record);

    [Benchmark]
    public byte[] Canonical() => JsonCanonicalization.Canonicalize(_record);
}
