using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace PostMoney.ActivityStreams.JsonLd;

/// <summary>Takes IRIs apart, resolves them and shortens them, by their text alone.</summary>
/// <remarks>RFC 3986 §5.2 and §5.3, without normalisation: <see cref="Uri"/> changes what it parses.</remarks>
internal static class Iris
{
    private static readonly SearchValues<char> _white = SearchValues.Create(" \t\n\r\f\v");

    /// <summary>Whether it begins with a scheme and has no white space. Blank node identifiers are not IRIs.</summary>
    internal static bool IsAbsolute(string text) => SchemeLength(text) > 0 && !text.AsSpan().ContainsAny(_white);

    /// <summary>Whether it can stand in RDF: it has a scheme, no character that no IRI may have, and one fragment at most.</summary>
    internal static bool IsWellFormed(string text) =>
        Rdf.NQuads.IsIri(text) && text.IndexOf('#', StringComparison.Ordinal) == text.LastIndexOf('#');

    internal static bool IsBlank(string text) => text.StartsWith("_:", StringComparison.Ordinal);

    /// <summary>Resolves a reference; one that has a scheme stays as it is.</summary>
    internal static string Resolve(string baseIri, string reference)
    {
        if (SchemeLength(reference) > 0)
        {
            return reference;
        }

        var root = new Parts(baseIri);
        var target = new Parts(reference);
        var result = new StringBuilder(baseIri.Length + reference.Length).Append(root.Scheme);
        if (target.HasAuthority)
        {
            return result.Append(target.Authority).Append(RemoveDots(target.Path)).Append(target.Query).Append(target.Fragment).ToString();
        }

        result.Append(root.Authority);
        if (target.Path.Length == 0)
        {
            return result.Append(root.Path).Append(target.HasQuery ? target.Query : root.Query).Append(target.Fragment).ToString();
        }

        var path = target.Path[0] == '/' ? target.Path.ToString() : Merge(root, target.Path);
        return result.Append(RemoveDots(path)).Append(target.Query).Append(target.Fragment).ToString();
    }

    /// <summary>The shortest reference that resolves to the IRI and is no compact IRI; the IRI itself where there is none.</summary>
    internal static string Relativize(string baseIri, string iri)
    {
        var root = new Parts(baseIri);
        var target = new Parts(iri);
        if (root.Scheme.IsEmpty
            || !root.Scheme.SequenceEqual(target.Scheme)
            || !root.Authority.SequenceEqual(target.Authority)
            || (target.Path.IsEmpty && !root.Path.IsEmpty))
        {
            return iri;
        }

        if (root.Path.SequenceEqual(target.Path) && (target.HasQuery || root.Query.IsEmpty))
        {
            return root.Query.SequenceEqual(target.Query)
                ? SameDocument(root, target)
                : string.Concat(target.Query, target.Fragment);
        }

        var path = RelativePath(root.Path, target.Path);

        // A first segment with a colon would be read as a scheme.
        if (path.Length == 0 || path.Split('/')[0].Contains(':', StringComparison.Ordinal))
        {
            path = "./" + path;
        }

        return string.Concat(path, target.Query, target.Fragment);
    }

    /// <summary>Splits at the first colon that is not the first character.</summary>
    internal static bool TrySplit(string text, [NotNullWhen(true)] out string? prefix, out int suffix)
    {
        var colon = text.Length > 1 ? text.IndexOf(':', 1) : -1;
        prefix = colon > 0 ? text[..colon] : null;
        suffix = colon + 1;
        return prefix is not null;
    }

    /// <summary>Characters of the scheme, its colon included; 0 where there is none.</summary>
    internal static int SchemeLength(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character == ':')
            {
                return i == 0 ? 0 : i + 1;
            }

            if (!char.IsAsciiLetter(character) && (i == 0 || !(char.IsAsciiDigit(character) || character is '+' or '-' or '.')))
            {
                return 0;
            }
        }

        return 0;
    }

    private static string SameDocument(Parts root, Parts target)
    {
        if (!target.Fragment.IsEmpty)
        {
            return target.Fragment.ToString();
        }

        // The empty reference keeps the query, so it is right only with the same one, which it is here.
        var last = root.Path[(root.Path.LastIndexOf('/') + 1)..];
        return last.IsEmpty ? "./" : string.Concat(last, target.Query);
    }

    private static string RelativePath(ReadOnlySpan<char> root, ReadOnlySpan<char> target)
    {
        var folder = root[..(root.LastIndexOf('/') + 1)];
        var shared = 0;
        for (var i = 0; i < folder.Length && i < target.Length && folder[i] == target[i]; i++)
        {
            if (folder[i] == '/')
            {
                shared = i + 1;
            }
        }

        var up = folder[shared..].Count('/');
        var result = new StringBuilder();
        for (var i = 0; i < up; i++)
        {
            result.Append("../");
        }

        return result.Append(target[shared..]).ToString();
    }

    private static string Merge(Parts root, ReadOnlySpan<char> path) => root.HasAuthority && root.Path.IsEmpty
        ? string.Concat("/", path)
        : string.Concat(root.Path[..(root.Path.LastIndexOf('/') + 1)], path);

    // RFC 3986 §5.2.4.
    private static string RemoveDots(ReadOnlySpan<char> path)
    {
        if (!path.Contains('.'))
        {
            return path.ToString();
        }

        var segments = new List<string>();
        var isRooted = path[0] == '/';
        var parts = path.ToString().Split('/');
        for (var i = isRooted ? 1 : 0; i < parts.Length; i++)
        {
            var isLast = i == parts.Length - 1;
            if (parts[i] is "." or "..")
            {
                if (parts[i] == ".." && segments.Count > 0)
                {
                    segments.RemoveAt(segments.Count - 1);
                }

                if (isLast)
                {
                    segments.Add("");
                }
            }
            else
            {
                segments.Add(parts[i]);
            }
        }

        return (isRooted ? "/" : "") + string.Join('/', segments);
    }

    /// <summary>The five parts of a reference, each with its delimiter.</summary>
    private readonly ref struct Parts
    {
        internal Parts(ReadOnlySpan<char> text)
        {
            var scheme = SchemeLength(text);
            Scheme = text[..scheme];
            text = text[scheme..];
            var fragment = text.IndexOf('#');
            Fragment = fragment < 0 ? [] : text[fragment..];
            text = fragment < 0 ? text : text[..fragment];
            var query = text.IndexOf('?');
            HasQuery = query >= 0;
            Query = HasQuery ? text[query..] : [];
            text = HasQuery ? text[..query] : text;
            HasAuthority = text.StartsWith("//");
            var end = HasAuthority ? text[2..].IndexOf('/') : 0;
            end = !HasAuthority ? 0 : end < 0 ? text.Length : end + 2;
            Authority = text[..end];
            Path = text[end..];
        }

        internal ReadOnlySpan<char> Scheme { get; }

        internal ReadOnlySpan<char> Authority { get; }

        internal ReadOnlySpan<char> Path { get; }

        internal ReadOnlySpan<char> Query { get; }

        internal ReadOnlySpan<char> Fragment { get; }

        internal bool HasAuthority { get; }

        internal bool HasQuery { get; }
    }
}
