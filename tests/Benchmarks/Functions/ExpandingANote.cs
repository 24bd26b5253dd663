using BenchmarkDotNet.Attributes;
using PostMoney.ActivityStreams.JsonLd;

namespace PostMoney.Benchmarks.Functions;

/// <summary>A note of Mastodon's, expanded. At most 100 µs.</summary>
public class ExpandingANote
{
    [Benchmark]
    public bool Expand() => JsonLdProcessor.TryExpand(ANote.Document, JsonLdOptions.Default, out _, out _);
}
