using System.Globalization;
using System.IO.Compression;
using System.Text;
using PostMoney.ActivityStreams.Http;
using PostMoney.Core.Federation.Inbox;
using Xunit;

namespace PostMoney.Federation.Tests.Guards;

/// <summary>Letters that are too large, badly written or too many, at the door of a running node: cases of groups F and P of the threat catalogue.</summary>
public sealed class OpeningLetters(GuardedNode guarded) : IClassFixture<GuardedNode>
{
    private Stranger Carol => guarded.Carol;

    // F-07
    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("identity")]
    public async Task A_folded_body_is_not_unfolded(string encoding)
    {
        using var folded = new MemoryStream();
        await using (var folding = new GZipStream(folded, CompressionLevel.Fastest, leaveOpen: true))
        {
            await folding.WriteAsync(new byte[1_000_000]);
        }

        var letter = Stranger.Letter(guarded.SharedInbox, folded.ToArray()).With(KeyValuePair.Create("Content-Encoding", encoding));

        await guarded.RefusesAsync("415 inbox.media_type", Carol.SignedAsOneShould(letter));
    }

    // F-20
    [Fact]
    public async Task The_farewells_of_a_hundred_unknown_people_cost_nothing()
    {
        await using var x = Elsewhere.Start(guarded.Authority, "x.test");
        var before = await guarded.DigestAsync();

        for (var person = 0; person < 100; person++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{x.Origin}/u/{person}");
            var farewell = new { id = id + "#delete", type = "Delete", actor = id, @object = id };
            Assert.Equal("202", (await guarded.SendAsync(Carol.SignedAsOneShould(Stranger.Letter(guarded.SharedInbox, farewell)))).Answer);
        }

        Assert.Equal(0, x.Fetches);
        Assert.Equal(before, await guarded.DigestAsync());
    }

    // F-21
    [Theory]
    [InlineData(101)]
    [InlineData(10_000)]
    public async Task A_letter_to_more_than_a_hundred_is_to_nobody(int recipients)
    {
        var everybody = Enumerable.Range(1, recipients - 1).Select(i => string.Create(CultureInfo.InvariantCulture, $"{guarded.Node.Origin}/u/{i}")).Append(guarded.Amina);
        var activity = Carol.Activity("Create", guarded.Note(Carol, Carol.NewId(), "Hello."), ("to", everybody.ToArray()));

        await guarded.RefusesAsync("422 activity.form", Carol.SignedAsOneShould(Stranger.Letter(guarded.SharedInbox, activity)));
    }

    // P-01
    [Fact]
    public async Task A_letter_is_thirty_two_deep_and_no_deeper()
    {
        var like = Carol.Activity("Like", guarded.AminasPost, ("attachment", Nested(31)));
        var item = await guarded.TakesInAsync(Carol.SignedAsOneShould(Stranger.Letter(guarded.SharedInbox, like)), (string)like["id"]!);
        Assert.Equal(InboxState.Done, item.State);

        await guarded.RefusesAsync("400 json.toodeep", Carol.SignedAsOneShould(
            Stranger.Letter(guarded.SharedInbox, Carol.Activity("Like", guarded.AminasPost, ("attachment", Nested(32))))));
        await RefusesBodyAsync("400 json.toodeep", new string('[', 10_000));
    }

    // P-02
    [Theory]
    [InlineData("""{"id":"ID","type":"Like","actor":"CAROL","actor":"MALLORY","object":"POST"}""")]
    [InlineData("""{"id":"ID","type":"Like","actor":"CAROL","object":"POST","\u006fbject":"POST"}""")]
    [InlineData("""{"id":"ID","type":"Create","actor":"CAROL","object":{"id":"POST","id":"POST"}}""")]
    [InlineData("""{"id":"ID","type":"Like","actor":"CAROL","object":"POST","proof":{"type":"DataIntegrityProof","type":"None"}}""")]
    public async Task A_name_that_comes_twice_is_refused_wherever_it_stands(string body) => await RefusesBodyAsync("400 json.duplicatename", body);

    // P-04, P-05
    [Theory]
    [InlineData("json.lonesurrogate", """{"id":"ID","type":"Like","actor":"CAROL","object":"POST","name":"\ud800"}""")]
    [InlineData("json.numberoutofrange", """{"id":"ID","type":"Like","actor":"CAROL","object":"POST","quantity":1e400}""")]
    [InlineData("json.malformed", """{"id":"ID","type":"Like","actor":"CAROL","object":"POST","quantity":01}""")]
    [InlineData("json.malformed", """{"id":"ID","type":"Like","actor":"CAROL","object":"POST","quantity":0x10}""")]
    [InlineData("json.malformed", """{"id":"ID","type":"Like","actor":"CAROL","object":"POST",}""")]
    [InlineData("json.malformed", """{"id":"ID","type":"Like","actor":"CAROL","object":"POST"} {}""")]
    [InlineData("json.malformed", "{\"id\":\"ID\",\"type\":\"Like\",\"actor\":\"CAROL\",\"object\":\"POST\"}\0")]
    [InlineData("json.malformed", "")]
    public async Task What_two_readers_could_read_otherwise_is_refused(string code, string body) => await RefusesBodyAsync("400 " + code, body);

    // P-04
    [Fact]
    public async Task What_is_not_utf_8_is_refused()
    {
        var body = Encoding.UTF8.GetBytes(Filled("""{"id":"ID","type":"Like","actor":"CAROL","object":"POST","name":"~~"}"""));
        var at = Array.IndexOf(body, (byte)'~');
        byte[] invalid = [.. body[..at], 0xFF, .. body[(at + 2)..]];
        byte[] overlong = [.. body[..at], 0xC0, 0xAF, .. body[(at + 2)..]];
        byte[] marked = [0xEF, 0xBB, 0xBF, .. body];

        foreach (var bytes in new[] { invalid, overlong, marked, Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(body))).ToArray() })
        {
            await guarded.RefusesAsync("400 json.notutf8", Carol.SignedAsOneShould(Stranger.Letter(guarded.SharedInbox, bytes)));
        }
    }

    // P-07
    [Fact]
    public async Task A_letter_of_a_third_of_a_million_empty_objects_is_refused() =>
        await RefusesBodyAsync("400 json.toomanyvalues", "[" + string.Join(',', Enumerable.Repeat("{}", 349_000)) + "]");

    // P-08
    [Fact]
    public async Task More_than_a_mebibyte_is_refused_with_and_without_a_length()
    {
        var large = new byte[2_000_000];
        Array.Fill(large, (byte)' ');

        Assert.Equal(413, (await guarded.SendAsync(Carol.SignedAsOneShould(Stranger.Letter(guarded.SharedInbox, large)))).Status);
        Assert.Equal(413, (await guarded.SendAsync(Chunked(Carol.SignedAsOneShould(Stranger.Letter(guarded.SharedInbox, large))))).Status);
    }

    // P-09
    [Theory]
    [InlineData("text/plain")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/json")]
    [InlineData("application/ld+json")]
    [InlineData("application/activity+json; charset=utf-16")]
    [InlineData("")]
    public async Task Another_media_type_is_not_opened(string type)
    {
        var body = Encoding.UTF8.GetBytes(Filled("""{"id":"ID","type":"Like","actor":"CAROL","object":"POST"}"""));

        await guarded.RefusesAsync("415 inbox.media_type", Carol.SignedAsOneShould(Stranger.Letter(guarded.SharedInbox, body, type)));
    }

    // P-10
    [Fact]
    public async Task A_letter_with_two_lengths_is_refused()
    {
        var letter = Carol.SignedAsOneShould(Stranger.Letter(guarded.SharedInbox, Carol.Activity("Like", guarded.AminasPost)));
        var both = Chunked(letter).With(KeyValuePair.Create("Content-Length", letter.Body.Length.ToString(CultureInfo.InvariantCulture)));

        var reply = await guarded.SendAsync(both);

        Assert.Equal(400, reply.Status);
        await guarded.RefusesAsync(reply.Answer, both);
    }

    private static object[] Nested(int depth) => depth == 1 ? [] : [Nested(depth - 1)];

    private static HttpMessage Chunked(HttpMessage letter)
    {
        byte[] body =
        [
            .. Encoding.ASCII.GetBytes(letter.Body.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n"), .. letter.Body.Span, .. "\r\n0\r\n\r\n"u8,
        ];
        return Spoilt.Body(letter, body).With(KeyValuePair.Create("Transfer-Encoding", "chunked"));
    }

    private Task<RawReply> RefusesBodyAsync(string answer, string body) =>
        guarded.RefusesAsync(answer, Carol.SignedAsOneShould(Stranger.Letter(guarded.SharedInbox, Encoding.UTF8.GetBytes(Filled(body)))));

    private string Filled(string body) => body
        .Replace("\"ID\"", $"\"{Carol.NewId()}\"", StringComparison.Ordinal)
        .Replace("CAROL", Carol.Id, StringComparison.Ordinal)
        .Replace("MALLORY", guarded.Mallory.Id, StringComparison.Ordinal)
        .Replace("POST", guarded.AminasPost, StringComparison.Ordinal);
}
