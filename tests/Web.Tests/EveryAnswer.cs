using System.Net;
using Xunit;

namespace PostMoney.Web.Tests;

/// <summary>What the door does with requests before any page looks at them.</summary>
public sealed class EveryAnswer
{
    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/sign-in", HttpStatusCode.OK)]
    [InlineData("/items/00000000-0000-7000-8000-000000000000", HttpStatusCode.NotFound)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    public async Task Carries_the_security_headers(string path, HttpStatusCode status)
    {
        await using var node = await RunningNode.StartAsync();
        using var client = Client(node);

        using var answer = await client.GetAsync(path);

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("DENY", answer.Headers.GetValues("X-Frame-Options").Single());
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Links_to_the_source_where_the_operator_has_said_where_it_is_and_to_nothing_elsewhere()
    {
        await using var node = await RunningNode.StartAsync(source: "https://example.org/our-changes");
        await using var silent = await RunningNode.StartAsync();
        using var client = Client(node);
        using var other = Client(silent);

        Assert.Contains("<a href=\"https://example.org/our-changes\" rel=\"external\">Source</a>", await client.GetStringAsync("/"), StringComparison.Ordinal);
        Assert.DoesNotContain(">Source</a>", await other.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/favicon.ico")]
    [InlineData("/themes/favicon.svg")]
    public async Task Has_a_small_picture_for_the_tab(string path)
    {
        await using var node = await RunningNode.StartAsync(founded: false);
        using var client = Client(node);

        using var answer = await client.GetAsync(path);

        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("<svg", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_refused_for_a_host_that_is_not_ours()
    {
        await using var node = await RunningNode.StartAsync();
        using var client = Client(node);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "evil.example" } };

        using var answer = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Is_refused_to_a_post_without_the_form_token()
    {
        await using var node = await RunningNode.StartAsync();
        using var client = Client(node);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["Handle"] = "dora", ["Passphrase"] = RunningNode.Passphrase });

        using var answer = await client.PostAsync("/sign-in", form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(cookie => cookie.StartsWith("s=", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Sends_strangers_from_members_pages_to_sign_in()
    {
        await using var node = await RunningNode.StartAsync();
        using var client = Client(node);

        using var answer = await client.GetAsync("/needs/new");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/sign-in", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

#pragma warning disable RS0030 // A test is a stranger on the network: it talks to the node as strangers do.
    private static HttpClient Client(RunningNode node) =>
        new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(node.Address) };
#pragma warning restore RS0030
}
