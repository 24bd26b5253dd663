using System.Text.RegularExpressions;

namespace PostMoney.Core.Categories.JsonSchemas.Compiling;

/// <summary>A URI or relative reference, taken apart and put together by the letter of RFC 3986, without normalising anything.</summary>
/// <remarks><see cref="Uri"/> rewrites hosts, escapes and opaque paths; identifiers of schemas are compared as written.</remarks>
internal sealed partial record UriReference(string? Scheme, string? Authority, string Path, string? Query, string? Fragment)
{
    /// <summary>Takes any text apart; there is no text that is not a reference.</summary>
    internal static UriReference Parse(string text)
    {
        var parts = Components().Match(text).Groups;
        return new UriReference(Given(parts[2]), Given(parts[4]), parts[5].Value, Given(parts[7]), Given(parts[9]));
    }

    /// <summary>The reference as seen from this absolute URI.</summary>
    /// <remarks>RFC 3986 §5.2.2.</remarks>
    internal UriReference Resolve(UriReference reference)
    {
        if (reference.Scheme is not null)
        {
            return reference with { Path = WithoutDots(reference.Path) };
        }

        if (reference.Authority is not null)
        {
            return reference with { Scheme = Scheme, Path = WithoutDots(reference.Path) };
        }

        if (reference.Path.Length == 0)
        {
            return this with { Query = reference.Query ?? Query, Fragment = reference.Fragment };
        }

        var path = reference.Path[0] == '/' ? reference.Path : Merge(reference.Path);
        return this with { Path = WithoutDots(path), Query = reference.Query, Fragment = reference.Fragment };
    }

    /// <summary>The URI of the document or resource, without the place inside it.</summary>
    internal string WithoutFragment() =>
        (Scheme is null ? "" : Scheme + ":") + (Authority is null ? "" : "//" + Authority) + Path + (Query is null ? "" : "?" + Query);

    // RFC 3986 §5.2.3
    private string Merge(string path) => Authority is not null && Path.Length == 0
        ? "/" + path
        : Path[..(Path.LastIndexOf('/') + 1)] + path;

    // RFC 3986 §5.2.4; an opaque path (urn:…) has no segments to remove.
    private static string WithoutDots(string path)
    {
        if (!path.Contains('.', StringComparison.Ordinal) || path[0] is not ('/' or '.'))
        {
            return path;
        }

        var kept = new List<string>();
        var segments = path.Split('/');
        foreach (var segment in segments.Skip(path[0] == '/' ? 1 : 0))
        {
            if (segment == ".." && kept.Count > 0)
            {
                kept.RemoveAt(kept.Count - 1);
            }
            else if (segment is not ("." or ".."))
            {
                kept.Add(segment);
            }
        }

        var closed = segments[^1] is "." or ".." ? "/" : "";
        return (path[0] == '/' ? "/" : "") + string.Join('/', kept) + (kept.Count > 0 ? closed : "");
    }

    private static string? Given(Group group) => group.Success ? group.Value : null;

    // RFC 3986 appendix B
    [GeneratedRegex(@"^(([^:/?#]+):)?(//([^/?#]*))?([^?#]*)(\?([^#]*))?(#(.*))?", RegexOptions.Singleline)]
    private static partial Regex Components();
}
