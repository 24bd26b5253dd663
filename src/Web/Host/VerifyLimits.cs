using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace PostMoney.Web.Host;

/// <summary>How often one address may have a draw drawn again: 30 times in five minutes. Each costs as much as the draw, up to seconds.</summary>
internal static class VerifyLimits
{
    internal const string Draws = "draws";

    /// <summary>The largest request: a transcript of 8 MiB and the form around it.</summary>
    internal const int MostBytes = 9 * 1024 * 1024;

    internal static void Add(RateLimiterOptions limits) => limits.AddPolicy(Draws, context =>
        HttpMethods.IsPost(context.Request.Method) || context.Request.Query.ContainsKey("round")
            ? RateLimitPartition.GetFixedWindowLimiter(
                $"{Draws} {context.Connection.RemoteIpAddress}",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = 30, Window = TimeSpan.FromMinutes(5) })
            : RateLimitPartition.GetNoLimiter("reading"));
}
