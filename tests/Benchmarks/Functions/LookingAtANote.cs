using System.Text.Json;
using BenchmarkDotNet.Attributes;
using PostMoney.ActivityStreams.Json;
using PostMoney.ActivityStreams.Vocabulary;
using PostMoney.Fixtures;

namespace PostMoney.Benchmarks.Functions;

/// <summary>What a server takes from a note of 2 kB that it stores and shows, beside parsing it.</summary>
public class LookingAtANote
{
    private readonly byte[] _bytes = MastodonNote.Bytes;
    private readonly JsonElement _activity = MastodonNote.Document;

    [Benchmark(Baseline = true)]
    public bool Parse() => StrictJson.TryParse(_bytes, out _, out _);

    [Benchmark]
    public int Look()
    {
        _ = ActivityObject.TryRead(_activity.GetProperty("object"), out var document);
        var note = document!.As<Note>();
        return note.Content!.Length + note.AttributedTo.Count + note.To.Count + note.Cc.Count + note.Mentions.Count() + note.Hashtags.Count()
            + note.Attachment.Count + (note.Published is null ? 0 : 1) + (note.Sensitive == true ? 1 : 0);
    }
}
