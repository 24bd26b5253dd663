using System.IO.Compression;
using System.Text;
using PostMoney.ActivityStreams.Http.Fetching;
using PostMoney.ActivityStreams.Http.Signatures;
using PostMoney.ActivityStreams.Tests.Http.Signatures;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.Http.Fetching;

public sealed class FetchingADocument
{
    private static readonly FetchPolicy _quick = FetchPolicy.OfLoopback with
    {
        HeadersTimeout = TimeSpan.FromSeconds(1),
        WholeTimeout = TimeSpan.FromSeconds(2),
    };

    [Fact]
    public async Task Brings_its_bytes_its_type_and_who_sent_it()
    {
        await using var server = OtherServer.Saying(_ => OtherServer.Answer("200 OK", "Content-Type: application/activity+json\r\n", "{\"id\":1}"));
        var result = Assert.IsType<FetchResult.Received>(await GetAsync(server.At("/u/chen#key")));

        Assert.Equal("{\"id\":1}", Encoding.UTF8.GetString(result.Body));
        Assert.Equal("application/activity+json", result.MediaType);
        Assert.Equal(server.Origin + "/u/chen", result.ProducedBy.GetLeftPart(UriPartial.Query));
        Assert.StartsWith("GET /u/chen HTTP/1.1\r\n", server.Requests[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Cookie", server.Requests[0], StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(SignatureScheme.Cavage)]
    [InlineData(SignatureScheme.Rfc9421)]
    public async Task Sends_exactly_what_it_signed(SignatureScheme scheme)
    {
        await using var server = OtherServer.Saying(_ => OtherServer.Answer("200 OK"));
        _ = await GetAsync(server.At("/u/bilal?page=1"), signer: request =>
            RequestSigning.Sign(request, TownRequest.Secret, TownRequest.ChensKey, scheme, TownRequest.Now));

        Assert.Null(TownRequest.Problem(PublishedMessages.OfText(server.Requests[0], "http")));
    }

    [Fact]
    public async Task Says_what_was_answered_instead()
    {
        await using var server = OtherServer.Saying(path => OtherServer.Answer(path[1..] + " No"));

        Assert.Equal(404, Assert.IsType<FetchResult.Answered>(await GetAsync(server.At("/404"))).Status);
        Assert.Equal(410, Assert.IsType<FetchResult.Answered>(await GetAsync(server.At("/410"))).Status);
        Assert.Equal(503, Assert.IsType<FetchResult.Answered>(await GetAsync(server.At("/503"))).Status);
    }

    // F-04
    [Fact]
    public async Task Follows_three_redirects_on_one_origin_and_no_circle()
    {
        await using var server = OtherServer.Saying(path => path switch
        {
            "/0" => OtherServer.Answer("200 OK", "", "there"),
            "/circle" => OtherServer.Answer("302 Found", "Location: /circle\r\n"),
            "/nowhere" => OtherServer.Answer("302 Found"),
            _ => OtherServer.Answer("301 Moved", $"Location: /{int.Parse(path[1..], null) - 1}\r\n"),
        });

        Assert.Equal(server.At("/0"), Assert.IsType<FetchResult.Received>(await GetAsync(server.At("/3"))).ProducedBy);
        Assert.Equal(FetchProblem.Redirect, await ProblemAsync(server.At("/4")));
        Assert.Equal(FetchProblem.Redirect, await ProblemAsync(server.At("/circle")));
        Assert.Equal(FetchProblem.Redirect, await ProblemAsync(server.At("/nowhere")));
        Assert.Equal(4 + 4 + 1 + 1, server.Requests.Count);
    }

    // F-04 and O-04
    [Fact]
    public async Task Follows_no_redirect_to_another_origin()
    {
        await using var other = OtherServer.Saying(_ => OtherServer.Answer("200 OK"));
        await using var server = OtherServer.Saying(path => OtherServer.Answer("302 Found", $"Location: {Uri.UnescapeDataString(path[4..])}\r\n"));

        Assert.Equal(FetchProblem.Redirect, await ProblemAsync(server.At("/?u=" + other.Origin + "/")));
        Assert.Equal(FetchProblem.Redirect, await ProblemAsync(server.At("/?u=file:///etc/passwd")));
        Assert.Equal(FetchProblem.Redirect, await ProblemAsync(server.At("/?u=" + server.Origin.Replace("http", "https", StringComparison.Ordinal))));
        Assert.Equal(FetchProblem.Redirect, await ProblemAsync(server.At("/?u=" + server.Origin.Replace("127.0.0.1", "localhost", StringComparison.Ordinal))));
        Assert.Empty(other.Requests);
    }

    // F-08
    [Fact]
    public async Task Stops_at_its_limit_of_bytes_and_not_before()
    {
        var policy = FetchPolicy.OfLoopback with { MaximumBytes = 1_000 };
        await using var server = OtherServer.Doing(async (path, stream, ct) =>
        {
            var length = int.Parse(path[2..], null);
            var head = path[1] == 'c' ? "Transfer-Encoding: chunked\r\n\r\n" : $"Content-Length: {length}\r\n\r\n";
            await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nConnection: close\r\n" + head), ct);
            var body = new string('x', length);
            await stream.WriteAsync(Encoding.ASCII.GetBytes(path[1] == 'c' ? $"{length:x}\r\n{body}\r\n0\r\n\r\n" : body), ct);
        });

        Assert.IsType<FetchResult.Received>(await GetAsync(server.At("/c1000"), policy));
        Assert.IsType<FetchResult.Received>(await GetAsync(server.At("/l1000"), policy));
        Assert.Equal(FetchProblem.TooLarge, await ProblemAsync(server.At("/c1001"), policy));
        Assert.Equal(FetchProblem.TooLarge, await ProblemAsync(server.At("/l1001"), policy));
        Assert.Equal(FetchProblem.TooLarge, await ProblemAsync(server.At("/c9000000"), policy));
    }

    // F-06
    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Stops_at_the_same_limit_of_decoded_bytes(string encoding)
    {
        var bomb = Encode(encoding, new byte[64_000_000]);
        var good = Encode(encoding, "{}"u8.ToArray());
        await using var server = OtherServer.Doing((path, stream, ct) => SendAsync(stream, path == "/bomb" ? bomb : good, encoding, ct));

        Assert.Equal(FetchProblem.TooLarge, await ProblemAsync(server.At("/bomb")));
        Assert.Equal("{}"u8.ToArray(), Assert.IsType<FetchResult.Received>(await GetAsync(server.At("/good"))).Body);
        Assert.True(bomb.Length < 100_000);
    }

    // F-06
    [Theory]
    [InlineData("gzip, gzip")]
    [InlineData("deflate")]
    [InlineData("zstd")]
    [InlineData("gzip")]
    public async Task Refuses_encodings_that_are_nested_not_asked_for_or_not_there(string encoding)
    {
        await using var server = OtherServer.Saying(_ => OtherServer.Answer("200 OK", $"Content-Encoding: {encoding}\r\n", "not encoded at all"));

        Assert.Equal(FetchProblem.Encoding, await ProblemAsync(server.At("/")));
    }

    // F-05
    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nX: ")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n")]
    public async Task Ends_when_the_time_is_over_however_slowly_bytes_drip(string beginning)
    {
        await using var server = OtherServer.Doing(async (_, stream, ct) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(beginning), ct);
            while (beginning.Length > 0)
            {
                await Task.Delay(200, ct);
                await stream.WriteAsync("x"u8.ToArray(), ct);
            }

            await Task.Delay(Timeout.Infinite, ct);
        });
        var began = TimeProvider.System.GetTimestamp();

        Assert.Equal(FetchProblem.Timeout, await ProblemAsync(server.At("/"), _quick));
        Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task Says_that_nobody_is_there()
    {
        var server = OtherServer.Saying(_ => "");
        var address = server.At("/");
        Assert.Equal(FetchProblem.Connection, await ProblemAsync(address));
        await server.DisposeAsync();

        Assert.Equal(FetchProblem.Connection, await ProblemAsync(address));
        Assert.Equal(FetchProblem.TooLarge, await ProblemWithLongHeadersAsync());

        static async Task<FetchProblem> ProblemWithLongHeadersAsync()
        {
            await using var talkative = OtherServer.Saying(_ => OtherServer.Answer("302 Found", "Location: /" + new string('x', 100_000) + "\r\n"));
            return await ProblemAsync(talkative.At("/"));
        }
    }

    [Fact]
    public async Task Leaves_it_to_the_caller_when_the_caller_stops()
    {
        await using var server = OtherServer.Doing((_, _, ct) => Task.Delay(Timeout.Infinite, ct));
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200), TimeProvider.System);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => GetAsync(server.At("/"), ct: stop.Token));
    }

    // F-01
    [Fact]
    public async Task Stops_when_the_budget_of_its_cause_is_used_up()
    {
        await using var server = OtherServer.Saying(_ => OtherServer.Answer("200 OK"));
        using var client = new GuardedClient(FetchPolicy.OfLoopback, TimeProvider.System, "test");
        var budget = new FetchBudget();
        for (var i = 0; i < FetchBudget.MaximumFetches; i++)
        {
            Assert.IsType<FetchResult.Received>(await client.GetAsync(server.At($"/{i}"), "*/*", budget: budget, ct: TestContext.Current.CancellationToken));
        }

        var last = await client.GetAsync(server.At("/more"), "*/*", budget: budget, ct: TestContext.Current.CancellationToken);
        Assert.Equal(FetchProblem.Budget, Assert.IsType<FetchResult.Failed>(last).Problem);
        Assert.Equal(FetchBudget.MaximumFetches, server.Requests.Count);
        Assert.False(new FetchBudget().TryTake(FetchBudget.MaximumDepth + 1));
    }

    // O-01 and P-09
    [Theory]
    [InlineData("application/activity+json", true)]
    [InlineData("Application/Activity+JSON; charset=utf-8", true)]
    [InlineData("application/ld+json; profile=\"https://www.w3.org/ns/activitystreams\"", true)]
    [InlineData("application/ld+json; profile=\"https://example.com/x https://www.w3.org/ns/activitystreams\"", true)]
    [InlineData("application/ld+json", false)]
    [InlineData("application/ld+json; profile=\"https://www.w3.org/ns/activitystreams/x\"", false)]
    [InlineData("application/json", false)]
    [InlineData("text/html", false)]
    [InlineData("application/activity+json, text/html", false)]
    [InlineData("application/activity+json; charset=\"UTF-8\"", true)]
    [InlineData("application/activity+json; charset=utf-16", false)]
    [InlineData("application/ld+json; profile=\"https://www.w3.org/ns/activitystreams\"; charset=latin1", false)]
    [InlineData("application/activity+json; charset=utf-8; charset=utf-16", false)]
    [InlineData("text/plain", false)]
    [InlineData("multipart/form-data; boundary=a", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Knows_a_document_from_an_upload(string? type, bool expected) => Assert.Equal(expected, ActivityMediaType.IsActivity(type));

    private static async Task<FetchResult> GetAsync(
        Uri address, FetchPolicy? policy = null, RequestSigner? signer = null, CancellationToken? ct = null)
    {
        using var client = new GuardedClient(policy ?? FetchPolicy.OfLoopback, TimeProvider.System, "test");
        return await client.GetAsync(address, ActivityMediaType.Accept, signer, ct: ct ?? TestContext.Current.CancellationToken);
    }

    private static async Task<FetchProblem> ProblemAsync(Uri address, FetchPolicy? policy = null) =>
        Assert.IsType<FetchResult.Failed>(await GetAsync(address, policy)).Problem;

    private static byte[] Encode(string encoding, byte[] body)
    {
        var output = new MemoryStream();
        using (Stream encoder = encoding == "br" ? new BrotliStream(output, CompressionLevel.Optimal) : new GZipStream(output, CompressionLevel.Optimal))
        {
            encoder.Write(body);
        }

        return output.ToArray();
    }

    private static async Task SendAsync(Stream stream, byte[] body, string encoding, CancellationToken ct)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Encoding: {encoding}\r\nContent-Length: {body.Length}\r\n\r\n"), ct);
        await stream.WriteAsync(body, ct);
    }
}
