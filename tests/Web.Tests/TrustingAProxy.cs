using System.Net;
using PostMoney.Web.Host;
using Xunit;

namespace PostMoney.Web.Tests;

/// <summary>Whose word on clients is believed. Each house of <see cref="Visitor"/> has an address; the proxy stands in house 7.</summary>
public sealed class TrustingAProxy
{
    private const int Tries = 20;

    [Fact]
    public async Task Counts_tries_by_client_where_the_operator_has_named_it()
    {
        await using var node = await RunningNode.StartAsync(proxy: "127.0.0.7");

        Assert.Equal(HttpStatusCode.TooManyRequests, await TryOftenAsync(node, house: 7, _ => "203.0.113.5"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await TryAsync(node, house: 7, "203.0.113.6"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await TryAsync(node, house: 7, "198.51.100.1, 203.0.113.5"));
    }

    [Fact]
    public async Task Listens_to_nobody_else()
    {
        await using var node = await RunningNode.StartAsync(proxy: "127.0.0.7");

        Assert.Equal(HttpStatusCode.TooManyRequests, await TryOftenAsync(node, house: 8, number => $"203.0.113.{number}"));
    }

    [Fact]
    public async Task Listens_to_nobody_at_all_unless_it_is_told_to()
    {
        await using var node = await RunningNode.StartAsync();

        Assert.Equal(HttpStatusCode.TooManyRequests, await TryOftenAsync(node, house: 7, number => $"203.0.113.{number}"));
    }

    [Theory]
    [InlineData("localhost", null)]
    [InlineData("10.0.0.0/8", null)]
    [InlineData(null, "javascript:alert(1)")]
    [InlineData(null, "our-source")]
    public async Task Refuses_to_start_with_what_is_no_address(string? proxy, string? source)
    {
        Assert.NotNull(new NodeOptions { Proxy = proxy, Source = source }.Problem);
        Assert.Null(new NodeOptions { Proxy = "::1", Source = "https://example.org/postmoney" }.Problem);
        string[] args = proxy is null ? ["serve", "--source", source!] : ["serve", "--proxy", proxy];
        Assert.Equal(2, await Commands.CommandLine.RunAsync(args));
    }

    private static async Task<HttpStatusCode> TryOftenAsync(RunningNode node, int house, Func<int, string> client)
    {
        for (var number = 1; number <= Tries; number++)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, await TryAsync(node, house, client(number)));
        }

        return await TryAsync(node, house, client(Tries + 1));
    }

    // Joining without a name costs no passphrase to be stretched, and counts like one.
    private static async Task<HttpStatusCode> TryAsync(RunningNode node, int house, string client)
    {
        using var visitor = Visitor.Stranger(node, house);
        using var answer = await visitor.SendAsync(HttpMethod.Post, "/join", new FormUrlEncodedContent([]), headers: [("X-Forwarded-For", client)]);
        return answer.StatusCode;
    }
}
