using System.Net.Sockets;

namespace PostMoney.ActivityStreams.Http.Fetching;

/// <summary>Signs a request that is about to be sent, by RFC 9421 or the older draft: see <see cref="Signatures.RequestSigning.Sign"/>.</summary>
/// <param name="request">As it will be sent, without date, digest and signature.</param>
/// <returns>The headers to add.</returns>
public delegate IReadOnlyList<KeyValuePair<string, string>> RequestSigner(HttpMessage request);

/// <summary>The only way out to other servers: what it connects to, how long and how much are bounded by its policy.</summary>
/// <remarks>
/// ActivityPub §3.2 for fetching, §7.1 for delivering, appendix B for what to beware of. One for the whole process; it may be
/// used by many at a time, at most two at one server. Security cases F-04 to F-16.
/// </remarks>
public sealed class GuardedClient(FetchPolicy policy, TimeProvider clock, string userAgent) : IDisposable
{
    private readonly HttpMessageInvoker _invoker = new(GuardedConnections.CreateHandler(policy));

    /// <summary>Fetches a document, following a few redirects within its origin.</summary>
    /// <param name="address">Where it is; a fragment is left out.</param>
    /// <param name="accept">Media types to ask for.</param>
    /// <param name="signer">Signs each request of the fetch; null asks as nobody.</param>
    /// <param name="budget">What the cause of this fetch may still use; each redirect counts.</param>
    /// <param name="ct">Stops it early.</param>
    public async Task<FetchResult> GetAsync(
        Uri address, string accept, RequestSigner? signer = null, FetchBudget? budget = null, CancellationToken ct = default)
    {
        using var deadline = new Deadline(policy.WholeTimeout, clock, ct);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = address; ;)
        {
            if ((policy.Judge(at) ?? (budget?.TryTake() == false ? FetchProblem.Budget : null)) is { } problem)
            {
                return new FetchResult.Failed(problem);
            }

            if (seen.Count > policy.MaximumRedirects || !seen.Add(at.GetLeftPart(UriPartial.Query)))
            {
                return new FetchResult.Failed(FetchProblem.Redirect);
            }

            var (result, next) = await GetOnceAsync(at, accept, signer, deadline);
            if (next is null)
            {
                return result!;
            }

            if (policy.Judge(next) is not null || !IsSameOrigin(next, address))
            {
                return new FetchResult.Failed(FetchProblem.Redirect);
            }

            at = next;
        }
    }

    /// <summary>Delivers an activity to an inbox. Redirects are not followed, and the answer's body is not read.</summary>
    /// <param name="inbox">Where to.</param>
    /// <param name="body">The activity's bytes.</param>
    /// <param name="signer">Signs the request at the moment of sending.</param>
    /// <param name="ct">Stops it early.</param>
    public Task<DeliveryResult> DeliverAsync(Uri inbox, ReadOnlyMemory<byte> body, RequestSigner signer, CancellationToken ct = default) =>
        DeliverAsync(inbox, body, signer, [], ct);

    /// <summary>The same with more headers, which the signer is shown.</summary>
    public async Task<DeliveryResult> DeliverAsync(
        Uri inbox, ReadOnlyMemory<byte> body, RequestSigner signer, IReadOnlyList<KeyValuePair<string, string>> headers, CancellationToken ct)
    {
        if (policy.Judge(inbox) is { } refusal)
        {
            return new DeliveryResult.Refused(Status: null, refusal);
        }

        using var deadline = new Deadline(policy.WholeTimeout, clock, ct);
        using var request = Request(HttpMethod.Post, inbox, body, signer, [("Content-Type", "application/activity+json"), .. headers.Select(header => (header.Key, header.Value))]);
        var (response, problem) = await SendAsync(request, deadline);
        using (response)
        {
            return response is not null ? Judge(response)
                : problem!.IsLasting ? new DeliveryResult.Refused(Status: null, problem)
                : new DeliveryResult.RetryLater(NotBefore: null, Status: null, problem);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _invoker.Dispose();

    private async Task<(FetchResult? Result, Uri? Next)> GetOnceAsync(Uri at, string accept, RequestSigner? signer, Deadline deadline)
    {
        using var request = Request(HttpMethod.Get, at, default, signer, ("Accept", accept), ("Accept-Encoding", CappedBody.AcceptEncoding));
        var (response, problem) = await SendAsync(request, deadline);
        using (response)
        {
            if (response is null)
            {
                return (new FetchResult.Failed(problem!), null);
            }

            var status = (int)response.StatusCode;
            if (status is 301 or 302 or 303 or 307 or 308)
            {
                return response.Headers.Location is { } location && Uri.TryCreate(at, location, out var next)
                    ? (null, next)
                    : (new FetchResult.Failed(FetchProblem.Redirect), null);
            }

            return (status == 200 ? await ReceiveAsync(response, at, deadline) : new FetchResult.Answered(status), null);
        }
    }

    private async Task<FetchResult> ReceiveAsync(HttpResponseMessage response, Uri at, Deadline deadline)
    {
        try
        {
            var (bytes, problem) = await CappedBody.ReadAsync(response.Content, policy.MaximumBytes, deadline.Token);
            var type = response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var lines) && lines.Count == 1 ? lines.ToString() : null;
            return bytes is null ? new FetchResult.Failed(problem!) : new FetchResult.Received(at, type, bytes);
        }
        catch (Exception exception) when (IsRemote(exception, deadline))
        {
            return new FetchResult.Failed(ProblemOf(exception));
        }
    }

    private async Task<(HttpResponseMessage? Response, FetchProblem? Problem)> SendAsync(HttpRequestMessage request, Deadline deadline)
    {
        using var headers = new Deadline(policy.HeadersTimeout, clock, deadline.Token);
        try
        {
            return (await _invoker.SendAsync(request, headers.Token), null);
        }
        catch (Exception exception) when (IsRemote(exception, deadline))
        {
            return (null, ProblemOf(exception));
        }
    }

    private HttpRequestMessage Request(
        HttpMethod method, Uri address, ReadOnlyMemory<byte> body, RequestSigner? signer, params (string Name, string Value)[] headers)
    {
        var message = HttpMessage.ToSend(method.Method, address, body, headers.Select(header => KeyValuePair.Create(header.Name, header.Value)));
        var request = new HttpRequestMessage(method, address) { Content = method == HttpMethod.Post ? new ReadOnlyMemoryContent(body) : null };
        request.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        foreach (var (name, value) in message.Headers.Concat(signer?.Invoke(message) ?? []))
        {
            _ = request.Headers.TryAddWithoutValidation(name, value) || request.Content?.Headers.TryAddWithoutValidation(name, value) == true;
        }

        return request;
    }

    private DeliveryResult Judge(HttpResponseMessage response) => (int)response.StatusCode switch
    {
        >= 200 and < 300 and var status => new DeliveryResult.Delivered(status),
        410 => new DeliveryResult.Gone(),
        (408 or 425 or 429 or >= 500) and var status =>
            new DeliveryResult.RetryLater(RetryAfter.Read(response.Headers, clock.GetUtcNow()), status, Problem: null),
        var status => new DeliveryResult.Refused(status, Problem: null),
    };

    private static bool IsSameOrigin(Uri one, Uri other) => one.Scheme == other.Scheme && one.IdnHost == other.IdnHost && one.Port == other.Port;

    // What the caller stopped is not the other server's doing.
    private static bool IsRemote(Exception exception, Deadline deadline) => exception is HttpRequestException or IOException or SocketException
        || (exception is OperationCanceledException && !deadline.WasStoppedByCaller);

    private static FetchProblem ProblemOf(Exception exception) => exception switch
    {
        OperationCanceledException => FetchProblem.Timeout,
        { InnerException: GuardedConnections.BlockedException } or GuardedConnections.BlockedException => FetchProblem.Blocked,
        { InnerException: TimeoutException or OperationCanceledException } => FetchProblem.Timeout,
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => FetchProblem.TooLarge,
        _ => FetchProblem.Connection,
    };
}
