using System.Globalization;
using System.Net.Http.Headers;

namespace PostMoney.ActivityStreams.Http.Fetching;

/// <summary>When another server wants to be asked again.</summary>
/// <remarks>RFC 9110 §10.2.3, seconds or a date. Security case F-16: neither at once nor never.</remarks>
internal static class RetryAfter
{
    private static readonly TimeSpan _least = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan _most = TimeSpan.FromDays(1);

    internal static DateTimeOffset? Read(HttpResponseHeaders headers, DateTimeOffset now)
    {
        if (!headers.NonValidated.TryGetValues("Retry-After", out var lines) || lines.Count != 1)
        {
            return null;
        }

        var text = lines.ToString().Trim();
        var wait = decimal.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds((double)Math.Clamp(seconds, 0, (decimal)_most.TotalSeconds))
            : DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
                ? date - now
                : (TimeSpan?)null;
        return wait is { } asked ? now + (asked < _least ? _least : asked > _most ? _most : asked) : null;
    }
}
