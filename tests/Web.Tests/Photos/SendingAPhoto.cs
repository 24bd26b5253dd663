using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Web.Tests.Photos;

/// <summary>Photos at the door: what is taken, to whom it is served and how, and what changes nothing.</summary>
public sealed partial class SendingAPhoto : IAsyncLifetime
{
    private RunningNode _node = null!;
    private Visitor _dora = null!;

    public async ValueTask InitializeAsync()
    {
        _node = await RunningNode.StartAsync();
        _dora = await Visitor.SignInAsync(_node, "dora");
    }

    public async ValueTask DisposeAsync()
    {
        _dora.Dispose();
        await _node.DisposeAsync();
    }

    [Fact]
    public async Task Serves_what_was_made_of_it_as_a_picture_and_as_nothing_else()
    {
        var photo = await PublishedAsync("public");

        foreach (var path in new[] { photo, photo + "/small" })
        {
            using var stranger = Visitor.Stranger(_node);
            using var answer = await stranger.GetAsync(path);
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("image/webp", answer.Content.Headers.ContentType?.ToString());
            Assert.Equal("nosniff", One(answer, "X-Content-Type-Options"));
            Assert.Equal("default-src 'none'; sandbox; frame-ancestors 'none'", One(answer, "Content-Security-Policy"));
            Assert.Equal("public, max-age=3600", One(answer, "Cache-Control"));
            Assert.DoesNotContain("CANARY", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Says_that_a_reader_has_it_already()
    {
        var photo = await PublishedAsync("public");
        using var first = await _dora.GetAsync(photo);
        using var asked = new HttpRequestMessage(HttpMethod.Get, photo);
        asked.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var again = await _dora.SendBareAsync(asked);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Theory]
    [InlineData("public", true, true)]
    [InlineData("unlisted", true, true)]
    [InlineData("node", false, true)]
    [InlineData("followers", false, false)]
    [InlineData("direct", false, false)]
    public async Task Serves_it_to_those_who_may_see_the_post(string audience, bool stranger, bool chen)
    {
        await Visitor.JoinAsync(_node, "chen");
        var photo = await PublishedAsync(audience);
        using var nobody = Visitor.Stranger(_node);
        using var member = await Visitor.SignInAsync(_node, "chen");

        Assert.Equal((Status(stranger), Status(chen), HttpStatusCode.OK), (await nobody.StatusAsync(photo), await member.StatusAsync(photo), await _dora.StatusAsync(photo)));
        Assert.Equal((Status(stranger), Status(chen)), (await nobody.StatusAsync(photo + "/small"), await member.StatusAsync(photo + "/small")));
        if (!stranger)
        {
            using var mine = await _dora.GetAsync(photo);
            Assert.Equal("no-store, private", One(mine, "Cache-Control"));
            Assert.Equal("same-origin", One(mine, "Cross-Origin-Resource-Policy"));
        }
    }

    [Fact]
    public async Task Ends_for_everybody_when_the_post_is_deleted()
    {
        var post = await SentAsync(SamplePhotos.FromACamera());
        var photo = await PhotoOfAsync(post);

        using var deleted = await _dora.PostFromAsync(post, post + "?handler=Delete");

        Assert.Equal(HttpStatusCode.Redirect, deleted.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await _dora.StatusAsync(photo));
        Assert.Equal((0, 0, 1), Rows());
    }

    [Theory]
    [InlineData("")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("<!DOCTYPE html><script>alert(1)</script>")]
    [InlineData("{\"@context\":\"https://www.w3.org/ns/activitystreams\",\"type\":\"Person\"}")]
    public async Task Refuses_what_is_only_called_a_photo(string content)
    {
        using var answer = await TryAsync(Form(("Photo1", Encoding.UTF8.GetBytes(content))));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("id=\"Photo1-error\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal((0, 0, 0), Rows());
    }

    [Fact]
    public async Task Refuses_a_bomb()
    {
        using var answer = await TryAsync(Form(("Photo1", SamplePhotos.PngThatClaims(50_000, 50_000))));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("too many pixels", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal((0, 0, 0), Rows());
    }

    [Fact]
    public async Task Refuses_one_file_that_is_too_large()
    {
        using var answer = await TryAsync(Form(("Photo1", new byte[(12 * 1024 * 1024) + 1])));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("at most 12 MB", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal((0, 0, 0), Rows());
    }

    [Fact]
    public async Task Refuses_a_form_that_is_too_large()
    {
        using var answer = await TryAsync(Form(("Photo1", new byte[34 * 1024 * 1024])));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal((0, 0, 0), Rows());
    }

    [Fact]
    public async Task Refuses_a_form_with_ten_thousand_files()
    {
        using var answer = await TryAsync(Form([.. Enumerable.Range(0, 10_001).Select(_ => ("Photo1", new byte[] { 1 }))]));

        Assert.InRange((int)answer.StatusCode, 400, 422);
        Assert.Equal((0, 0, 0), Rows());
    }

    [Fact]
    public async Task Takes_no_more_from_a_stranger_than_any_form()
    {
        using var stranger = Visitor.Stranger(_node);
        using var answer = await stranger.SendAsync(HttpMethod.Post, "/posts/new", Form(("Photo1", new byte[2 * 1024 * 1024])));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Takes_four_large_ones_at_once()
    {
        var large = SamplePhotos.Jpeg(4_000, 3_000);
        using var answer = await TryAsync(Form([.. Enumerable.Range(1, 4).Select(place => ($"Photo{place}", (byte[])[.. large, .. new byte[7 * 1024 * 1024]]))]));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal((4, 8, 1), Rows());
    }

    [Theory]
    [InlineData("/photos/..%2fnode.db", HttpStatusCode.BadRequest)]
    [InlineData("/photos/node.db", HttpStatusCode.NotFound)]
    [InlineData("/photos/00000000-0000-7000-8000-000000000001", HttpStatusCode.NotFound)]
    [InlineData("/photos/00000000-0000-7000-8000-000000000001/small", HttpStatusCode.NotFound)]
    public async Task Serves_nothing_else(string path, HttpStatusCode status) => Assert.Equal(status, await _dora.StatusAsync(path));

    [Fact]
    public async Task Stands_in_feeds_and_previews_of_what_is_public()
    {
        var post = await SentAsync(SamplePhotos.Jpeg(), alt: "A saw & a <drill>");
        var photo = _node.Address.TrimEnd('/') + await PhotoOfAsync(post);

        using var stranger = Visitor.Stranger(_node);
        var (page, rss, atom) = (await stranger.ReadAsync(post), await stranger.ReadAsync("/@dora/feed.rss"), await stranger.ReadAsync("/@dora/feed.atom"));
        var bytes = await stranger.GetAsync(photo);
        Assert.Contains($"<meta property=\"og:image\" content=\"{photo}\">", page, StringComparison.Ordinal);
        Assert.Contains("<meta property=\"og:image:alt\" content=\"A saw &amp; a &lt;drill&gt;\">", page, StringComparison.Ordinal);
        Assert.Contains($"<enclosure url=\"{photo}\" length=\"{bytes.Content.Headers.ContentLength}\" type=\"image/webp\"", rss, StringComparison.Ordinal);
        Assert.Contains($"<link rel=\"enclosure\" type=\"image/webp\" length=\"{bytes.Content.Headers.ContentLength}\" href=\"{photo}\" title=\"A saw &amp; a &lt;drill&gt;\"", atom, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stands_in_no_feed_and_no_preview_where_something_is_said_before_it()
    {
        var post = await SentAsync(SamplePhotos.Jpeg(), warning: "A wound");

        using var stranger = Visitor.Stranger(_node);
        Assert.DoesNotContain("og:image", await stranger.ReadAsync(post), StringComparison.Ordinal);
        Assert.DoesNotContain("/photos/", await stranger.ReadAsync("/@dora/feed.rss"), StringComparison.Ordinal);
        Assert.Contains("/photos/", await stranger.ReadAsync(post), StringComparison.Ordinal);
    }

    private static HttpStatusCode Status(bool isShown) => isShown ? HttpStatusCode.OK : HttpStatusCode.NotFound;

    private static string? One(HttpResponseMessage answer, string name) =>
        name == "Cache-Control" ? answer.Headers.CacheControl?.ToString() : answer.Headers.TryGetValues(name, out var values) ? values.Single() : null;

    private static MultipartFormDataContent Form(params (string Name, byte[] Bytes)[] files)
    {
        var form = new MultipartFormDataContent { { new StringContent("Look."), "Text" }, { new StringContent("public"), "For" }, { new StringContent(""), "Warning" } };
        foreach (var (name, bytes) in files)
        {
            var file = new ByteArrayContent(bytes);
            file.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
            form.Add(file, name, "..\\..\\photo.jpg");
        }

        return form;
    }

    private Task<HttpResponseMessage> TryAsync(HttpContent form) => _dora.SendAsync(HttpMethod.Post, "/posts/new", form);

    private async Task<string> SentAsync(byte[] photo, string audience = "public", string alt = "The shed.", string warning = "")
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("Look."), "Text" }, { new StringContent(audience), "For" }, { new StringContent(warning), "Warning" },
            { new StringContent(alt), "Alt1" }, { new ByteArrayContent(photo), "Photo1", "photo.jpg" },
        };
        using var answer = await TryAsync(form);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    private async Task<string> PublishedAsync(string audience) => await PhotoOfAsync(await SentAsync(SamplePhotos.FromACamera(900, 700), audience));

    private async Task<string> PhotoOfAsync(string post) => Address().Match(await _dora.ReadAsync(post)).Value;

    private (long Photos, long Files, long Posts) Rows()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_node.Folder, "node.db")};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT (SELECT count(*) FROM photos), (SELECT count(*) FROM photo_files), (SELECT count(*) FROM posts)";
        using var row = command.ExecuteReader();
        row.Read();
        return (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2));
    }

    [GeneratedRegex("/photos/[0-9a-f-]{36}")]
    private static partial Regex Address();
}
