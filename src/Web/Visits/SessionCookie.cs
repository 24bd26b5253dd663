using PostMoney.Core.Members;
using PostMoney.Web.Host;

namespace PostMoney.Web.Visits;

/// <summary>The cookie that holds a session's token.</summary>
public sealed class SessionCookie(NodeOptions options)
{
    private string Name => options.IsSecure ? "__Host-s" : "s";

    internal string? Read(HttpRequest request) =>
        request.Cookies.TryGetValue(Name, out var token) && token.Length == 43 ? token : null;

    internal void Set(HttpResponse response, string token) => response.Cookies.Append(Name, token, Options(Sessions.Lifetime));

    internal void Clear(HttpResponse response) => response.Cookies.Delete(Name, Options(null));

    private CookieOptions Options(TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        Secure = options.IsSecure,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        MaxAge = lifetime,
        IsEssential = true,
    };
}
