using System.Net;
using Microsoft.AspNetCore.Http.Features;

namespace PostMoney.Web.Host;

/// <summary>Refuses requests that two readers could understand differently, before anything else looks at them.</summary>
/// <remarks>Kestrel lets these pass; a proxy before it may read them otherwise (request smuggling, CWE-444).</remarks>
internal sealed class RequestGate(RequestDelegate next, NodeOptions options)
{
    private static readonly string[] _once = ["Host", "Date", "Digest", "Content-Digest", "Content-Type", "Content-Length"];

    private readonly HashSet<string> _hosts = new(
        new[] { options.Origin }.Concat(options.Urls.Split(';'))
            .Select(address => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.Host : null)
            .OfType<string>()
            .Append("localhost"),
        StringComparer.OrdinalIgnoreCase);

    public Task InvokeAsync(HttpContext context)
    {
        var status = Problem(context);
        if (status is null)
        {
            return next(context);
        }

        context.Response.StatusCode = status.Value;
        return Task.CompletedTask;
    }

    private int? Problem(HttpContext context)
    {
        var headers = context.Request.Headers;
        // Kestrel itself believes the encoding, and puts the length away under another name.
        if (headers.ContainsKey("Transfer-Encoding") && (headers.ContainsKey("Content-Length") || headers.ContainsKey("X-Content-Length")))
        {
            return StatusCodes.Status400BadRequest;
        }

        if (_once.Any(name => headers[name].Count > 1) || HttpMethods.IsTrace(context.Request.Method))
        {
            return StatusCodes.Status400BadRequest;
        }

        if (!IsKnown(context.Request.Host.Host))
        {
            return StatusCodes.Status421MisdirectedRequest;
        }

        if (IsFromElsewhere(context.Request))
        {
            return StatusCodes.Status403Forbidden;
        }

        var raw = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        var path = raw.AsSpan(0, raw.IndexOf('?') is var query and >= 0 ? query : raw.Length);
        return path.Contains("%2f", StringComparison.OrdinalIgnoreCase) || path.Contains("%5c", StringComparison.OrdinalIgnoreCase)
            || path.Contains("%00", StringComparison.Ordinal) || path.Contains('\\') || path.Contains("/../", StringComparison.Ordinal)
                ? StatusCodes.Status400BadRequest
                : null;
    }

    // Form tokens stop forged forms already; this stops them where a token has leaked, too. Browsers alone say where they come from.
    private bool IsFromElsewhere(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            return false;
        }

        if (request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site")
        {
            return true;
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0 && origin != options.Origin
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value);
    }

    // Without a name that the operator gave, an address made of digits cannot be forged to mean another site.
    private bool IsKnown(string host) => _hosts.Contains(host) || (options.Origin is null && IPAddress.TryParse(host.Trim('[', ']'), out _));
}
