using System.Buffers.Text;
using System.Text;

namespace PostMoney.Web.Visits;

/// <summary>One sentence for the next page: what was just done. It travels in a cookie that lives for a minute.</summary>
internal static class Flash
{
    private const string Name = "said";

    internal static void Say(HttpResponse response, string text) => response.Cookies.Append(
        Name, Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text)), Options(TimeSpan.FromMinutes(1)));

    internal static string? Take(HttpContext context)
    {
        if (!context.Request.Cookies.TryGetValue(Name, out var value))
        {
            return null;
        }

        context.Response.Cookies.Delete(Name, Options(null));
        return value.Length <= 600 && Base64Url.IsValid(value) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(value)) : null;
    }

    private static CookieOptions Options(TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Path = "/",
        MaxAge = lifetime,
        IsEssential = true,
    };
}
