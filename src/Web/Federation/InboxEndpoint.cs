using Microsoft.AspNetCore.Http.Features;
using PostMoney.ActivityStreams.Http;
using PostMoney.ActivityStreams.Http.Fetching;
using PostMoney.ActivityStreams.Json;
using PostMoney.Core.Federation.Inbox;
using PostMoney.Web.Host;

namespace PostMoney.Web.Federation;

/// <summary>Takes what other servers send: size and type first, then the bytes, once.</summary>
internal static class InboxEndpoint
{
    internal static async Task<IResult> PostAsync(HttpContext http, ReceiveActivity receive, NodeOptions options, ILogger<ReceiveActivity> logger)
    {
        var ct = http.RequestAborted;
        var (body, unreadable) = await ReadAsync(http, ct);
        var answer = unreadable ?? await receive.ExecuteAsync(AsSent(http.Request, options, body), ct);
        if (answer.Status >= 300)
        {
            Log.NotTakenIn(logger, answer.Code, http.TraceIdentifier);
        }

        return ServerDoor.Answer(answer, http);
    }

    /// <summary>The request as its sender signed it. Behind a proxy the scheme is that of our address, not of the last hop.</summary>
    internal static HttpMessage AsSent(HttpRequest request, NodeOptions options, ReadOnlyMemory<byte> body)
    {
        var target = request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget ?? request.Path + request.QueryString;
        var headers = request.Headers.SelectMany(header => header.Value.Select(line => KeyValuePair.Create(header.Key, line ?? "")));
        return HttpMessage.FromRequest(request.Method, options.IsSecure ? "https" : request.Scheme, target, headers, body);
    }

    private static async Task<(byte[] Body, InboxAnswer? Unreadable)> ReadAsync(HttpContext http, CancellationToken ct)
    {
        var request = http.Request;
        if (request.ContentLength > StrictJson.MaximumBytes)
        {
            return ([], InboxAnswer.TooLarge);
        }

        if (request.Headers.ContentEncoding.Count > 0 || !ActivityMediaType.IsActivity(request.ContentType))
        {
            return ([], InboxAnswer.MediaType);
        }

        using var body = new MemoryStream();
        try
        {
            await request.Body.CopyToAsync(body, ct);
            return (body.ToArray(), null);
        }
        catch (BadHttpRequestException problem)
        {
            return ([], problem.StatusCode == StatusCodes.Status413PayloadTooLarge ? InboxAnswer.TooLarge : new InboxAnswer(problem.StatusCode, "inbox.body"));
        }
    }
}
