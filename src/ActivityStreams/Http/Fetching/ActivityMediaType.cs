using System.Net.Http.Headers;

namespace PostMoney.ActivityStreams.Http.Fetching;

/// <summary>The media types of this network's documents.</summary>
/// <remarks>
/// ActivityPub §3.2; FEP-fe34. Anything else, <c>application/json</c> too, may be somebody's upload (security case O-01), and
/// JSON between servers is UTF-8 (RFC 8259 §8.1; security case P-09).
/// </remarks>
public static class ActivityMediaType
{
    /// <summary>What a fetch asks for.</summary>
    public const string Accept = "application/activity+json, application/ld+json; profile=\"https://www.w3.org/ns/activitystreams\"";

    private const string Profile = "https://www.w3.org/ns/activitystreams";

    /// <summary>Whether a <c>Content-Type</c> is that of a document.</summary>
    public static bool IsActivity(string? contentType)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type))
        {
            return false;
        }

        var charsets = type.Parameters.Where(parameter => string.Equals(parameter.Name, "charset", StringComparison.OrdinalIgnoreCase));
        if (charsets.Any(charset => !string.Equals(charset.Value?.Trim('"'), "utf-8", StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        var profiles = type.Parameters.Where(parameter => string.Equals(parameter.Name, "profile", StringComparison.OrdinalIgnoreCase)).ToList();
        return string.Equals(type.MediaType, "application/activity+json", StringComparison.OrdinalIgnoreCase)
            || (string.Equals(type.MediaType, "application/ld+json", StringComparison.OrdinalIgnoreCase)
                && profiles is [{ Value: { } profile }]
                && profile.Trim('"').Split(' ').Contains(Profile));
    }
}
