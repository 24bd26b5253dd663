using PostMoney.ActivityStreams.Http.Fetching;
using PostMoney.ActivityStreams.Http.Signatures;
using PostMoney.ActivityStreams.Tests.Http.Signatures;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.Http.Fetching;

public sealed class DeliveringAnActivity
{
    [Theory]
    [InlineData(SignatureScheme.Cavage)]
    [InlineData(SignatureScheme.Rfc9421)]
    public async Task Arrives_signed_with_its_bytes(SignatureScheme scheme)
    {
        await using var server = OtherServer.Saying(_ => OtherServer.Answer("202 Accepted"));
        var result = await DeliverAsync(server.At("/u/bilal/inbox?x=1"), scheme);
        var arrived = PublishedMessages.OfText(server.Requests[0], "http");

        Assert.Equal(202, Assert.IsType<DeliveryResult.Delivered>(result).Status);
        Assert.Null(TownRequest.Problem(arrived));
        Assert.Equal(TownRequest.Body, arrived.Body.ToArray());
        Assert.Equal(["application/activity+json"], arrived.Lines("content-type"));
        Assert.Single(arrived.Lines("host"));
    }

    [Theory]
    [InlineData("410 Gone")]
    public async Task Learns_that_an_inbox_is_gone(string status)
    {
        await using var server = OtherServer.Saying(_ => OtherServer.Answer(status));

        Assert.IsType<DeliveryResult.Gone>(await DeliverAsync(server.At("/inbox")));
    }

    // A redirect is not followed: another origin would get what was meant for this one.
    [Theory]
    [InlineData("301 Moved", 301)]
    [InlineData("307 Temporary Redirect", 307)]
    [InlineData("400 Bad Request", 400)]
    [InlineData("401 Unauthorized", 401)]
    [InlineData("403 Forbidden", 403)]
    [InlineData("404 Not Found", 404)]
    [InlineData("422 Unprocessable", 422)]
    public async Task Gives_up_where_the_answer_would_be_the_same(string status, int expected)
    {
        await using var server = OtherServer.Saying(_ => OtherServer.Answer(status, "Location: /elsewhere\r\n"));

        Assert.Equal(expected, Assert.IsType<DeliveryResult.Refused>(await DeliverAsync(server.At("/inbox"))).Status);
        Assert.Single(server.Requests);
    }

    // F-16: seconds from the clock's now; null leaves it to the caller.
    [Theory]
    [InlineData("429 Too Many Requests", "Retry-After: 120\r\n", 120)]
    [InlineData("503 Unavailable", "Retry-After: 0\r\n", 60)]
    [InlineData("503 Unavailable", "Retry-After: -1\r\n", 60)]
    [InlineData("503 Unavailable", "Retry-After: 99999999\r\n", 86_400)]
    [InlineData("503 Unavailable", "Retry-After: 9999999999999999999999\r\n", 86_400)]
    [InlineData("503 Unavailable", "Retry-After: Mon, 01 Mar 2027 10:00:07 GMT\r\n", 3_600)]
    [InlineData("503 Unavailable", "Retry-After: Mon, 01 Mar 2021 10:00:07 GMT\r\n", 60)]
    [InlineData("503 Unavailable", "Retry-After: Sat, 01 Mar 2042 10:00:07 GMT\r\n", 86_400)]
    [InlineData("503 Unavailable", "Retry-After: soon\r\n", null)]
    [InlineData("503 Unavailable", "Retry-After: NaN\r\n", null)]
    [InlineData("503 Unavailable", "Retry-After: 1\r\nRetry-After: 2\r\n", null)]
    [InlineData("500 Error", "", null)]
    [InlineData("408 Timeout", "", null)]
    public async Task Comes_again_between_a_minute_and_a_day_later(string status, string header, int? seconds)
    {
        await using var server = OtherServer.Saying(_ => OtherServer.Answer(status, header));
        var clock = new StoppedClock();
        var result = Assert.IsType<DeliveryResult.RetryLater>(await DeliverAsync(server.At("/inbox"), clock: clock));

        Assert.Equal(int.Parse(status[..3], null), result.Status);
        Assert.Equal(seconds, result.NotBefore is { } time ? (int)Math.Round((time - clock.Now).TotalSeconds) : null);
    }

    [Fact]
    public async Task Comes_again_where_nobody_answered_and_not_where_nothing_may_be_sent()
    {
        var server = OtherServer.Saying(_ => "");
        var address = server.At("/inbox");
        await server.DisposeAsync();

        Assert.Equal(FetchProblem.Connection, Assert.IsType<DeliveryResult.RetryLater>(await DeliverAsync(address)).Problem);
        Assert.Equal(FetchProblem.Blocked, Assert.IsType<DeliveryResult.Refused>(await DeliverAsync(new Uri("http://10.0.0.1/inbox"))).Problem);
        Assert.Equal(FetchProblem.Address, Assert.IsType<DeliveryResult.Refused>(await DeliverAsync(new Uri("ftp://p.test/inbox"))).Problem);
    }

    private static async Task<DeliveryResult> DeliverAsync(Uri inbox, SignatureScheme scheme = SignatureScheme.Cavage, TimeProvider? clock = null)
    {
        using var client = new GuardedClient(FetchPolicy.OfLoopback, clock ?? TimeProvider.System, "test");
        return await client.DeliverAsync(
            inbox,
            TownRequest.Body,
            request => RequestSigning.Sign(request, TownRequest.Secret, TownRequest.ChensKey, scheme, TownRequest.Now),
            TestContext.Current.CancellationToken);
    }
}
