using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;
using System.Text.Unicode;

namespace PostMoney.ActivityStreams.Discovery;

/// <summary>A question to a host's WebFinger: what is known about a resource, and which links are wanted.</summary>
/// <param name="Resource">A URI, usually <c>acct:</c> or <c>https:</c>, of at most <see cref="MaximumResourceLength"/> characters.</param>
/// <param name="Rels">Kinds of links, at most <see cref="MaximumRels"/>; all where there are none.</param>
/// <remarks>RFC 7033 §4.1 to §4.3.</remarks>
public sealed record WebFingerQuery(string Resource, IReadOnlyList<string> Rels)
{
    /// <summary>Where every host answers.</summary>
    public const string Path = "/.well-known/webfinger";

    /// <summary>Most characters of a resource.</summary>
    public const int MaximumResourceLength = 2_048;

    /// <summary>Most kinds of links.</summary>
    public const int MaximumRels = 16;

    /// <summary>Asks about an account for the links of this network.</summary>
    public static WebFingerQuery About(AcctUri account) => new(account.ToString(), []);

    /// <summary>Reads the query of a request, with or without its <c>?</c>.</summary>
    /// <returns>False, to be answered with 400, without exactly one absolute resource, with bad percent-encoding, and beyond the limits.</returns>
    public static bool TryParse(string query, [NotNullWhen(true)] out WebFingerQuery? read)
    {
        read = null;
        string? resource = null;
        var rels = new List<string>();
        foreach (var pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? pair : pair[..equals];
            if (name is not ("resource" or "rel"))
            {
                continue;
            }

            if (Decode(equals < 0 ? "" : pair[(equals + 1)..]) is not { Length: > 0 and <= MaximumResourceLength } value
                || (name == "resource" && resource is not null)
                || rels.Count == MaximumRels)
            {
                return false;
            }

            resource = name == "resource" ? value : resource;
            rels.AddRange(name == "rel" ? [value] : []);
        }

        read = resource is not null && Uri.TryCreate(resource, UriKind.Absolute, out _) ? new WebFingerQuery(resource, rels) : null;
        return read is not null;
    }

    /// <summary>The address to ask at a host.</summary>
    /// <param name="host">Such as <c>n.test</c> or <c>n.test:8443</c>.</param>
    /// <param name="scheme"><c>https</c>, but for servers of a test.</param>
    public Uri At(string host, string scheme = "https") => new(
        $"{scheme}://{host}{Path}?resource={Uri.EscapeDataString(Resource)}"
        + string.Concat(Rels.Select(rel => "&rel=" + Uri.EscapeDataString(rel))));

    // A plus is a plus here (RFC 3986): form encoding is another thing.
    private static string? Decode(string text)
    {
        var encoded = Encoding.UTF8.GetBytes(text.Replace("+", "%2B", StringComparison.Ordinal));
        var utf8 = WebUtility.UrlDecodeToBytes(encoded, 0, encoded.Length)!;
        return IsCut(text) || !Utf8.IsValid(utf8) || utf8.AsSpan().ContainsAnyInRange((byte)0, (byte)' ') ? null : Encoding.UTF8.GetString(utf8);
    }

    private static bool IsCut(string text)
    {
        for (var at = text.IndexOf('%', StringComparison.Ordinal); at >= 0; at = text.IndexOf('%', at + 1))
        {
            if (at + 2 >= text.Length || !char.IsAsciiHexDigit(text[at + 1]) || !char.IsAsciiHexDigit(text[at + 2]))
            {
                return true;
            }
        }

        return false;
    }
}
