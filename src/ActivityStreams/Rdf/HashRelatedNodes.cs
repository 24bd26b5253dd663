using System.Text;

namespace PostMoney.ActivityStreams.Rdf;

/// <summary>Hashes a blank node by the blank nodes around it (RDFC-1.0 §4.8, Hash N-Degree Quads).</summary>
internal static class HashRelatedNodes
{
    /// <returns>Null where it takes more work than is allowed.</returns>
    internal static NodeHash? Apply(NameBlankNodes naming, string node, NameIssuer issuer, int depth)
    {
        if (depth > RdfCanonicalization.MaximumChain || !naming.TryWork())
        {
            return null;
        }

        var data = new StringBuilder();
        foreach (var (hash, related) in Group(naming, node, issuer))
        {
            data.Append(hash);
            if (Choose(naming, related, issuer, depth) is not { } chosen)
            {
                return null;
            }

            data.Append(chosen.Hash);
            issuer = chosen.Issuer;
        }

        return new NodeHash(naming.Hash(data.ToString()), issuer);
    }

    // The nodes beside this one, by how they stand to it and by what is known of them.
    private static SortedDictionary<string, List<string>> Group(NameBlankNodes naming, string node, NameIssuer issuer)
    {
        var groups = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var quad in naming.QuadsOf(node))
        {
            Add(quad.Subject, 's', quad);
            Add(quad.Value, 'o', quad);
            Add(quad.Graph, 'g', quad);
        }

        return groups;

        void Add(RdfTerm? term, char position, Quad quad)
        {
            if (term is BlankTerm blank && blank.Label != node)
            {
                var hash = HashRelated(naming, blank.Label, quad, issuer, position);
                (groups.TryGetValue(hash, out var same) ? same : groups[hash] = []).Add(blank.Label);
            }
        }
    }

    private static string HashRelated(NameBlankNodes naming, string related, Quad quad, NameIssuer issuer, char position)
    {
        var input = new StringBuilder().Append(position);
        if (position != 'g')
        {
            input.Append('<').Append(quad.Predicate).Append('>');
        }

        var name = naming.Canonical.Find(related) ?? issuer.Find(related);
        _ = name is null ? input.Append(naming.HashFirstDegree(related)) : input.Append("_:").Append(name);
        return naming.Hash(input.ToString());
    }

    // The order of the nodes whose path comes first of all orders. The path stands for the hash.
    private static NodeHash? Choose(NameBlankNodes naming, List<string> related, NameIssuer issuer, int depth)
    {
        NodeHash? chosen = null;
        foreach (var order in Permutations.Of(related))
        {
            // Each order is followed with names of its own, whose copy is work too.
            if (!naming.TryWork(1 + (issuer.Order.Count / 16)))
            {
                return null;
            }

            var best = chosen?.Hash;
            if (!TryFollow(naming, order, issuer.Copy(), depth, best, out var path))
            {
                return null;
            }

            if (path is not null && (best is null || string.CompareOrdinal(path.Hash, best) < 0))
            {
                chosen = path;
            }
        }

        return chosen;
    }

    // The path is null where it cannot come before the best.
    private static bool TryFollow(NameBlankNodes naming, string[] order, NameIssuer issuer, int depth, string? best, out NodeHash? path)
    {
        path = null;
        var text = new StringBuilder();
        List<string> recursion = [];
        foreach (var related in order)
        {
            if (naming.Canonical.Find(related) is { } name)
            {
                text.Append("_:").Append(name);
            }
            else
            {
                if (issuer.Find(related) is null)
                {
                    recursion.Add(related);
                }

                text.Append("_:").Append(issuer.Issue(related));
            }

            if (IsBehind(text, best))
            {
                return true;
            }
        }

        foreach (var related in recursion)
        {
            if (Apply(naming, related, issuer, depth + 1) is not { } result)
            {
                return false;
            }

            text.Append("_:").Append(issuer.Issue(related)).Append('<').Append(result.Hash).Append('>');
            issuer = result.Issuer;
            if (IsBehind(text, best))
            {
                return true;
            }
        }

        path = new NodeHash(text.ToString(), issuer);
        return true;
    }

    private static bool IsBehind(StringBuilder path, string? best)
    {
        if (best is null || path.Length < best.Length)
        {
            return false;
        }

        var rest = best.AsSpan();
        foreach (var chunk in path.GetChunks())
        {
            var length = Math.Min(chunk.Length, rest.Length);
            if (chunk.Span[..length].SequenceCompareTo(rest[..length]) is not 0 and var order)
            {
                return order > 0;
            }

            rest = rest[length..];
        }

        return path.Length > best.Length;
    }
}
