using System.Globalization;

namespace PostMoney.ActivityStreams.Http;

/// <summary>A request or a response as its signer saw it: what a signature may cover, and the body's bytes, read once.</summary>
/// <remarks>
/// RFC 9110 §6; RFC 9421 §2 for what a signature sees of it. Independent of any server or client. Header lines keep their
/// order; names have no case. The target is kept as it was on the wire, because a parser's idea of it is not what was
/// signed.
/// </remarks>
public sealed class HttpMessage
{
    private readonly List<KeyValuePair<string, string>> _headers;
    private readonly List<KeyValuePair<string, string>> _trailers;
    private RequestTarget? _address;

    private HttpMessage(
        IEnumerable<KeyValuePair<string, string>> headers,
        ReadOnlyMemory<byte> body,
        IEnumerable<KeyValuePair<string, string>>? trailers)
    {
        _headers = [.. headers];
        _trailers = [.. trailers ?? []];
        Body = body;
    }

    /// <summary>The method of a request, in its own case; null for a response.</summary>
    public string? Method { get; private init; }

    /// <summary><c>https</c> or <c>http</c>, as the sender saw it; null for a response.</summary>
    public string? Scheme { get; private init; }

    /// <summary>The request target of the request line, usually path and query; null for a response.</summary>
    public string? Target { get; private init; }

    /// <summary>The status of a response; null for a request.</summary>
    public int? Status { get; private init; }

    /// <summary>The request that a response answers, where it is known.</summary>
    public HttpMessage? Request { get; private init; }

    /// <summary>The content as sent, without transfer coding; empty where there is none.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The header lines in their order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers => _headers;

    /// <summary>The parts of the address, cut once; null as in <see cref="RequestTarget.Of"/>.</summary>
    internal RequestTarget? Address => _address ??= RequestTarget.Of(this);

    /// <summary>A request that came in.</summary>
    /// <param name="method">Such as <c>POST</c>.</param>
    /// <param name="scheme">The scheme that the sender used, which behind a proxy is not ours.</param>
    /// <param name="target">The raw target of the request line, undecoded.</param>
    /// <param name="headers">Each line; a name may come several times. <c>Host</c> is among them.</param>
    /// <param name="body">All bytes of the content.</param>
    /// <param name="trailers">Lines after the content.</param>
    public static HttpMessage FromRequest(
        string method,
        string scheme,
        string target,
        IEnumerable<KeyValuePair<string, string>> headers,
        ReadOnlyMemory<byte> body = default,
        IEnumerable<KeyValuePair<string, string>>? trailers = null) =>
        new(headers, body, trailers) { Method = method, Scheme = scheme, Target = target };

    /// <summary>A request that is about to go out; its <c>Host</c> is made from the address.</summary>
    public static HttpMessage ToSend(
        string method, Uri address, ReadOnlyMemory<byte> body = default, params IEnumerable<KeyValuePair<string, string>> headers) =>
        FromRequest(method, address.Scheme, address.PathAndQuery, [KeyValuePair.Create("Host", HostOf(address)), .. headers], body);

    /// <summary>A response, with the request it answers where that is known.</summary>
    public static HttpMessage FromResponse(
        int status,
        IEnumerable<KeyValuePair<string, string>> headers,
        ReadOnlyMemory<byte> body = default,
        HttpMessage? request = null,
        IEnumerable<KeyValuePair<string, string>>? trailers = null) =>
        new(headers, body, trailers) { Status = status, Request = request };

    /// <summary>The same message with more header lines at the end.</summary>
    public HttpMessage With(params IEnumerable<KeyValuePair<string, string>> headers) =>
        new([.. _headers, .. headers], Body, _trailers) { Method = Method, Scheme = Scheme, Target = Target, Status = Status, Request = Request };

    /// <summary>The lines of a header, trimmed, in their order; none where it is absent.</summary>
    public IReadOnlyList<string> Lines(string name) => Lines(_headers, name);

    /// <summary>The lines of a trailer, as <see cref="Lines(string)"/>.</summary>
    public IReadOnlyList<string> TrailerLines(string name) => Lines(_trailers, name);

    /// <summary>Whether a header is there.</summary>
    public bool Has(string name) => Count(_headers, name) > 0;

    private static string HostOf(Uri address)
    {
        var host = address.HostNameType == UriHostNameType.IPv6 ? address.Host : address.IdnHost;
        return address.IsDefaultPort ? host : string.Create(CultureInfo.InvariantCulture, $"{host}:{address.Port}");
    }

    private static string[] Lines(List<KeyValuePair<string, string>> fields, string name)
    {
        var lines = new string[Count(fields, name)];
        for (var (from, found) = (0, 0); found < lines.Length; from++)
        {
            if (IsNamed(fields[from], name))
            {
                lines[found++] = Unfold(fields[from].Value);
            }
        }

        return lines;
    }

    private static int Count(List<KeyValuePair<string, string>> fields, string name)
    {
        var count = 0;
        foreach (var field in fields)
        {
            count += IsNamed(field, name) ? 1 : 0;
        }

        return count;
    }

    private static bool IsNamed(KeyValuePair<string, string> field, string name) =>
        string.Equals(field.Key, name, StringComparison.OrdinalIgnoreCase);

    // Old line folding becomes one space (RFC 9421 §2.1), which also keeps a line feed out of whatever is built from it.
    private static string Unfold(string value) => value.AsSpan().ContainsAny('\r', '\n')
        ? string.Join(' ', value.Split(['\r', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        : value.Trim(' ', '\t');
}
