using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PostMoney.ActivityStreams.JsonLd;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.JsonLd;

public sealed class ExpandingANote(ITestOutputHelper output)
{
    [Fact]
    public void Gives_every_member_its_IRI()
    {
        Assert.True(JsonLdProcessor.TryExpand(MastodonNote.Document, JsonLdOptions.Default, out var expanded, out _));

        var note = expanded[0].GetProperty("https://www.w3.org/ns/activitystreams#object")[0];
        Assert.Equal("https://www.w3.org/ns/activitystreams#Note", note.GetProperty("@type")[0].GetString());
        Assert.Equal(
            """[{"@value":false}]""", note.GetProperty("https://www.w3.org/ns/activitystreams#sensitive").GetRawText());
        Assert.Equal(2, note.GetProperty("https://www.w3.org/ns/activitystreams#content").GetArrayLength());
        Assert.Equal(
            """[{"@type":"http://www.w3.org/2001/XMLSchema#dateTime","@value":"2026-11-25T08:00:00Z"}]""",
            Sorted(note.GetProperty("https://www.w3.org/ns/activitystreams#published")));
        Assert.False(note.TryGetProperty("https://www.w3.org/ns/activitystreams#summary", out _));
    }

    [Fact]
    public void Comes_back_as_it_was_when_it_is_compacted_with_its_own_context()
    {
        var document = MastodonNote.Document;
        Assert.True(JsonLdProcessor.TryCompact(document, document.GetProperty("@context"), JsonLdOptions.Default, out var compacted, out _));

        Assert.True(JsonLdProcessor.TryExpand(document, JsonLdOptions.Default, out var expected, out _));
        Assert.True(JsonLdProcessor.TryExpand(compacted, JsonLdOptions.Default, out var again, out _));
        Assert.True(SameDocument.Is(expected, again), compacted.GetRawText());
        Assert.Equal("Create", compacted.GetProperty("type").GetString());
        Assert.Equal("https://social.example/users/amina", compacted.GetProperty("object").GetProperty("attributedTo").GetString());
    }

    // The aim is 100 µs and far less than a machine can feel; what is asserted leaves room for a busy machine.
    [Fact]
    public void Takes_little_time_and_memory_once_its_context_is_known()
    {
        var document = MastodonNote.Document;
        for (var round = 0; round < 2_000; round++)
        {
            Expand(document);
        }

        var best = double.MaxValue;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 200; round++)
        {
            var started = Stopwatch.GetTimestamp();
            for (var time = 0; time < 10; time++)
            {
                Expand(document);
            }

            best = Math.Min(best, Stopwatch.GetElapsedTime(started).TotalMicroseconds / 10);
        }

        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / 2_000;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a Mastodon note: {best:F1} µs at best, {bytes} bytes"));
        Assert.True(best < 1_000);
        Assert.True(bytes < 100_000);
    }

    private static void Expand(JsonElement document) =>
        Assert.True(JsonLdProcessor.TryExpand(document, JsonLdOptions.Default, out _, out _));

    private static string Sorted(JsonElement element) =>
        System.Text.Encoding.UTF8.GetString(ActivityStreams.Json.JsonCanonicalization.Canonicalize(element));
}
