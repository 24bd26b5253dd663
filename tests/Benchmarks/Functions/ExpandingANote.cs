using System.Text.Json;
using BenchmarkDotNet.Attributes;
using PostMoney.ActivityStreams.JsonLd;
using PostMoney.Fixtures;

namespace PostMoney.Benchmarks.Functions;

/// <summary>A note of Mastodon's, expanded. At most 100 µs.</summary>
public class ExpandingANote
{
    private readonly JsonElement _note = MastodonNote.Document;

    [Benchmark]
    public bool Expand() => JsonLdProcessor.TryExpand(_note, JsonLdOptions.Default, out _, out _);
}
