using System.Net;
using System.Text;

namespace PostMoney.ActivityStreams.Http;

/// <summary>The parts of a request's address, cut from its wire form and normalised as RFC 9421 §2.2 asks.</summary>
/// <param name="Authority">Host in lower case, and the port unless it is the scheme's own; null where there is no single Host.</param>
/// <param name="Path">The absolute path, undecoded; <c>/</c> where it is empty.</param>
/// <param name="Query">The query with its <c>?</c>; null where there is none.</param>
internal sealed record RequestTarget(string? Authority, string Path, string? Query)
{
    /// <summary>Cuts the target of a request; null for a response and for a target that is no path, such as <c>*</c>.</summary>
    internal static RequestTarget? Of(HttpMessage message)
    {
        if (message.Target is not { } target || message.Scheme is not { } scheme)
        {
            return null;
        }

        var hosts = message.Lines("host");
        var authority = hosts.Count == 1 ? hosts[0] : null;
        var prefix = scheme + "://";
        if (target.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        {
            // The absolute form names its own authority, which outranks Host (RFC 9112 §3.2.2).
            var end = target.AsSpan(prefix.Length).IndexOfAny('/', '?');
            end = end < 0 ? target.Length : end + prefix.Length;
            authority = target[prefix.Length..end];
            target = target[end..];
            target = target.StartsWith('/') ? target : "/" + target;
        }

        if (!target.StartsWith('/'))
        {
            return null;
        }

        var question = target.IndexOf('?', StringComparison.Ordinal);
        return new RequestTarget(
            authority is null ? null : WithoutOwnPort(authority.ToLowerInvariant(), scheme),
            question < 0 ? target : target[..question],
            question < 0 ? null : target[question..]);
    }

    /// <summary>The value of one named parameter of the query, encoded anew (§2.2.8).</summary>
    /// <returns>Null where there is none, or more than one of the name.</returns>
    internal string? Parameter(string encodedName)
    {
        string? found = null;
        foreach (var pair in (Query ?? "?")[1..].Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (string.Equals(EncodeAnew(equals < 0 ? pair : pair[..equals]), encodedName, StringComparison.Ordinal))
            {
                if (found is not null)
                {
                    return null;
                }

                found = EncodeAnew(equals < 0 ? "" : pair[(equals + 1)..]);
            }
        }

        return found;
    }

    private static string WithoutOwnPort(string authority, string scheme)
    {
        var port = string.Equals(scheme, "http", StringComparison.OrdinalIgnoreCase) ? ":80" : ":443";
        return authority.EndsWith(port, StringComparison.Ordinal) ? authority[..^port.Length] : authority;
    }

    // The form encoding of the URL standard, with %20 for a space.
    private static string EncodeAnew(string text)
    {
        var given = Encoding.UTF8.GetBytes(text);
        var encoded = new StringBuilder();
        foreach (var value in WebUtility.UrlDecodeToBytes(given, 0, given.Length)!)
        {
            if (char.IsAsciiLetterOrDigit((char)value) || value is (byte)'*' or (byte)'-' or (byte)'.' or (byte)'_')
            {
                encoded.Append((char)value);
            }
            else
            {
                encoded.Append('%').Append(value.ToString("X2", null));
            }
        }

        return encoded.ToString();
    }
}
