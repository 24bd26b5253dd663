using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PostMoney.Federation.Tests.Peers;
using Xunit;

namespace PostMoney.Federation.Tests;

/// <summary>The server that others are tried with does wrong exactly as it is told.</summary>
public sealed class AFaultyServer : IDisposable
{
    private static readonly object _document = new { type = "Note", content = "A ladder." };
    private static readonly TimeSpan _moment = TimeSpan.FromMilliseconds(500);

    private readonly LocalAuthority _authority = new();
    private readonly HttpClient _client;

    public AFaultyServer() => _client = _authority.NewClient();

    [Fact]
    public async Task Answers_honestly_where_nothing_is_wrong()
    {
        await using var peer = Start(request => Fault.None(new { request.Path, said = request.Body.Length }));

        var answer = await _client.PostAsync(new Uri(peer.Origin + "/inbox?a=b"), new ByteArrayContent(new byte[70_000]));

        Assert.Equal("application/activity+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("""{"Path":"/inbox?a=b","said":70000}""", await answer.Content.ReadAsStringAsync());
        Assert.Equal(peer.Host, Assert.Single(peer.Requests).Headers["host"]);
    }

    [Fact]
    public async Task Cuts_short_and_lies_about_lengths()
    {
        await using var cutting = Start(_ => Fault.None(_document) with { CutAfter = 5 });
        await using var boasting = Start(_ => Fault.None(_document) with { ClaimedLength = 1_000 });
        await using var modest = Start(_ => Fault.None(_document) with { ClaimedLength = 5 });

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => _client.GetStringAsync(new Uri(cutting.Origin)));
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => _client.GetStringAsync(new Uri(boasting.Origin)));
        Assert.Equal("""{"typ""", await _client.GetStringAsync(new Uri(modest.Origin)));
    }

    [Fact]
    public async Task Is_silent_slow_or_drips()
    {
        await using var silent = Start(_ => Fault.Silence);
        await using var slow = Start(_ => Fault.None(_document) with { Delay = _moment * 4 });
        await using var dripping = Start(_ => Fault.None(_document) with { Drip = TimeSpan.FromMilliseconds(50) });

        foreach (var peer in new[] { silent, slow, dripping })
        {
            using var patience = new CancellationTokenSource(_moment);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _client.GetStringAsync(new Uri(peer.Origin), patience.Token));
        }

        Assert.Equal("A ladder.", (await _client.GetFromJsonAsync<JsonElement>(new Uri(slow.Origin))).GetProperty("content").GetString());
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Sends_bombs(string encoding)
    {
        const int Unfolded = 20_000_000;
        await using var peer = Start(_ => Fault.Bomb(Unfolded, encoding));
        using var unfolding = new HttpClient(new SocketsHttpHandler
        {
            AutomaticDecompression = DecompressionMethods.All,
            SslOptions = { CertificateChainPolicy = _authority.ChainPolicy() },
            ConnectCallback = (context, ct) => LocalAuthority.ConnectAsync(context.DnsEndPoint, ct),
        });

        Assert.Equal(Unfolded, (await unfolding.GetByteArrayAsync(new Uri(peer.Origin))).Length);
        Assert.InRange(peer.BytesSent, 1, Unfolded / 500);
    }

    [Fact]
    public async Task Goes_on_until_nobody_listens()
    {
        await using var peer = Start(_ => new Fault { Body = new byte[1_000], IsEndless = true });
        using (var answer = await _client.GetAsync(new Uri(peer.Origin), HttpCompletionOption.ResponseHeadersRead))
        {
            await (await answer.Content.ReadAsStreamAsync()).ReadExactlyAsync(new byte[1_000_000]);
        }

        await Task.Delay(_moment);
        var sent = peer.BytesSent;
        await Task.Delay(_moment);

        Assert.True(sent > 1_000_000);
        Assert.Equal(sent, peer.BytesSent);
    }

    [Fact]
    public async Task Redirects_refuses_mistypes_and_shows_the_certificate_of_another()
    {
        await using var peer = Start(request => request.Path switch
        {
            "/elsewhere" => Fault.Redirect("https://169.254.169.254/"),
            "/later" => Fault.Refusal(503, ("Retry-After", "-1")),
            _ => Fault.Mistyped(_document, "text/html"),
        });
        await using var other = FaultyPeer.Start(_authority, "e.test", _ => Fault.None(_document), certifiedName: "other.test");

        Assert.Equal(new Uri("https://169.254.169.254/"), (await _client.GetAsync(new Uri(peer.Origin + "/elsewhere"))).Headers.Location);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await _client.GetAsync(new Uri(peer.Origin + "/later"))).StatusCode);
        Assert.Equal("text/html", (await _client.GetAsync(new Uri(peer.Origin))).Content.Headers.ContentType!.MediaType);
        await Assert.ThrowsAsync<HttpRequestException>(() => _client.GetStringAsync(new Uri(other.Origin)));
        Assert.Empty(other.Requests);
    }

    public void Dispose()
    {
        _client.Dispose();
        _authority.Dispose();
    }

    private FaultyPeer Start(Func<FaultyRequest, Fault> answer) => FaultyPeer.Start(_authority, "e.test", answer);
}
