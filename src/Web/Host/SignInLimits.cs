using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace PostMoney.Web.Host;

/// <summary>How often one address may try a passphrase: 20 times in five minutes. Each try costs 64 MiB and 60 ms.</summary>
internal static class SignInLimits
{
    internal const string Passphrases = "passphrases";

    internal static void Add(RateLimiterOptions limits)
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.AddPolicy(Passphrases, context => HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = 20, Window = TimeSpan.FromMinutes(5) })
            : RateLimitPartition.GetNoLimiter("reading"));
    }
}
