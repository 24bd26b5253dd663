using System.Globalization;

namespace PostMoney.Web.Host;

/// <summary>Headers that every answer carries, errors too. Pages are never cached; assets, feeds and photos set their own rule.</summary>
/// <remarks>The date is that of the node's own clock: browsers sign by it, and it is compared with that clock again.</remarks>
internal sealed class SecurityHeaders(RequestDelegate next, NodeOptions options, TimeProvider clock)
{
    // 'wasm-unsafe-eval' lets libsodium compile; nothing else may be evaluated. The one Trusted Types policy passes one address.
    private const string Content =
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob:; font-src 'self'; "
        + "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
        + "object-src 'none'; require-trusted-types-for 'script'; trusted-types postmoney";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(Set, context);
        return next(context);
    }

    private Task Set(object state)
    {
        var headers = ((HttpContext)state).Response.Headers;
        headers.Date = clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = Content;
        }

        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(self), microphone=(), geolocation=(), browsing-topics=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
        if (!headers.CacheControl.ToString().StartsWith("public", StringComparison.Ordinal))
        {
            headers.CacheControl = "private, no-store";
            headers.Pragma = "no-cache";
        }

        if (options.IsSecure)
        {
            headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains";
        }

        return Task.CompletedTask;
    }
}
