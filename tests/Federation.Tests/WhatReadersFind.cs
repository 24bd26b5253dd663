using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using PostMoney.Core.Access;
using PostMoney.Core.Items;
using PostMoney.Core.Posts;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Federation.Tests;

/// <summary>What readers of feeds, makers of previews and lists of servers find on a node without an account.</summary>
public sealed class WhatReadersFind : IAsyncLifetime
{
    private const string Canary = "CANARY-SHED-2291";

    private static readonly XNamespace _atom = "http://www.w3.org/2005/Atom";

    private readonly LocalAuthority _authority = new();
    private readonly Person _chen = new("Chen");
    private FederatedNode _node = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _node = await FederatedNode.StartAsync(_authority, "northside.test", "amina");
        _client = _authority.NewClient();
        _client.BaseAddress = new Uri(_node.Origin);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _chen.Dispose();
        await _node.DisposeAsync();
        _authority.Dispose();
    }

    [Fact]
    public async Task Feeds_hold_whatever_people_write_as_text()
    {
        const string Hostile = "</title><script>alert(1)</script>]]>&amp; \u000B\uFFFE 😀 #odd";
        await SayAsync(Hostile);

        foreach (var path in new[] { "/@amina/feed.rss", "/tags/odd/feed.rss" })
        {
            var (type, text) = await ReadAsync(path);
            var item = XDocument.Parse(text).Root!.Element("channel")!.Elements("item").Single();
            Assert.Equal("application/rss+xml", type);
            Assert.Equal("</title><script>alert(1)</script>]]>&amp;  😀 #odd", item.Element("title")!.Value);
            Assert.StartsWith("<p>&lt;/title&gt;&lt;script&gt;", item.Element("description")!.Value, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
        }

        var (atom, document) = await ReadAsync("/@amina/feed.atom");
        var entry = XDocument.Parse(document).Root!.Elements(_atom + "entry").Single();
        Assert.Equal("application/atom+xml", atom);
        Assert.Equal("html", entry.Element(_atom + "content")!.Attribute("type")!.Value);
        Assert.DoesNotContain("<script", document, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Feeds_say_that_nothing_is_new_until_something_is()
    {
        await SayAsync("One.");
        using var first = await _client.GetAsync("/@amina/feed.atom");
        Assert.Equal("public, max-age=300", first.Headers.CacheControl!.ToString());

        Assert.Equal(HttpStatusCode.NotModified, await AgainAsync(request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!)));
        Assert.Equal(HttpStatusCode.NotModified, await AgainAsync(request => request.Headers.IfModifiedSince = first.Content.Headers.LastModified));
        await SayAsync("Two.");

        Assert.Equal(HttpStatusCode.OK, await AgainAsync(request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!)));
        using var nobody = await _client.GetAsync("/@nobody/feed.atom");
        Assert.Equal(HttpStatusCode.NotFound, nobody.StatusCode);
        Assert.True(nobody.Headers.CacheControl!.NoStore);

        async Task<HttpStatusCode> AgainAsync(Action<HttpRequestMessage> ask)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/@amina/feed.atom");
            ask(request);
            using var answer = await _client.SendAsync(request);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task Pages_say_of_themselves_what_everybody_may_see_and_nothing_of_what_is_sealed()
    {
        await _node.JoinAsync(_chen);
        var open = await OfferAsync("A \"ladder\" <b>", Visibility.Public);
        var closed = await OfferAsync("A saw", Visibility.Node);

        var page = await _client.GetStringAsync($"/items/{open}");
        Assert.Contains("<meta property=\"og:title\" content=\"Offer: A &quot;ladder&quot; &lt;b&gt;\">", page, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"description\" content=\"Aluminium, two parts.\">", page, StringComparison.Ordinal);
        Assert.Contains($"<meta property=\"og:url\" content=\"{_node.Origin}/items/{open}\">", page, StringComparison.Ordinal);
        Assert.Contains($"<link rel=\"alternate\" type=\"application/activity+json\" href=\"{_node.Origin}/proposals/{open}\">", page, StringComparison.Ordinal);

        Assert.Contains("href=\"/feed.rss\"", await _client.GetStringAsync("/"), StringComparison.Ordinal);
        using var hidden = await _client.GetAsync($"/items/{closed}");
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        Assert.DoesNotContain("og:", await hidden.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        foreach (var path in new[] { "/", $"/items/{open}", "/feed.rss", "/feed.atom" })
        {
            Assert.DoesNotContain(Canary, await _client.GetStringAsync(path), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("A saw", await _client.GetStringAsync("/feed.rss"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_is_previewed_by_its_warning_where_it_has_one_and_not_at_all_where_it_is_for_a_few()
    {
        var warned = await SayAsync("The butler.", warning: "How the play ends");
        await SayAsync("For followers, @dora.", PostVisibility.Followers);

        var page = await _client.GetStringAsync($"/posts/{warned.Id}");

        Assert.Contains("<meta property=\"og:description\" content=\"How the play ends\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("content=\"The butler", page, StringComparison.Ordinal);
        Assert.DoesNotContain("followers", await _client.GetStringAsync("/@amina/feed.rss"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/instance", "uri")]
    [InlineData("/api/v2/instance", "domain")]
    public async Task Who_asks_what_this_is_learns_what_is_true(string path, string host)
    {
        var (type, text) = await ReadAsync(path);
        var said = JsonElement.Parse(text);

        Assert.Equal("application/json", type);
        Assert.Equal((_node.Host, "The node northside.test"), (said.GetProperty(host).GetString(), said.GetProperty("title").GetString()));
        Assert.StartsWith("PostMoney ", said.GetProperty("version").GetString(), StringComparison.Ordinal);
        Assert.Equal(Post.LongestText, said.GetProperty("configuration").GetProperty("statuses").GetProperty("max_characters").GetInt32());
        Assert.False(said.TryGetProperty("usage", out _));
    }

    [Fact]
    public async Task Programs_that_read_everything_are_asked_to_leave_members_pages_alone()
    {
        var (type, text) = await ReadAsync("/robots.txt");

        Assert.Equal("text/plain", type);
        Assert.Contains("\nUser-agent: *\nDisallow: /me\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Disallow: /\n\nUser-agent: *\nDisallow: /\n", text, StringComparison.Ordinal);
    }

    private Task<Post> SayAsync(string text, PostVisibility visibility = PostVisibility.Public, string warning = "") =>
        _node.DoAsync("amina", (Viewer viewer, PublishPost publish) => publish.ExecuteAsync(viewer, new PostForm(text, visibility, warning), default));

    private Task<Guid> OfferAsync(string title, Visibility visibility) => _node.OfferAsync(_chen, new ItemForm
    {
        Category = "offer.tool@v1",
        Title = title,
        Summary = "Aluminium, two parts.",
        From = TimeProvider.System.GetUtcNow(),
        To = TimeProvider.System.GetUtcNow().AddDays(30),
        Sections = JsonElement.Parse("""{"details":{"kind":"ladder","condition":"good"}}"""),
        Units = 1,
        Visibility = visibility,
    }, ("lockCode", Canary));

    private async Task<(string? Type, string Text)> ReadAsync(string path)
    {
        using var answer = await _client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (answer.Content.Headers.ContentType!.MediaType, await answer.Content.ReadAsStringAsync());
    }
}
