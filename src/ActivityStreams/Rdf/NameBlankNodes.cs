using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace PostMoney.ActivityStreams.Rdf;

/// <summary>Names the blank nodes of a dataset by what is said of them (RDFC-1.0 §4.4).</summary>
internal sealed class NameBlankNodes : IDisposable
{
    private readonly IncrementalHash _hash;
    private readonly Dictionary<string, List<Quad>> _quadsOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _hashes = new(StringComparer.Ordinal);
    private readonly StringBuilder _line = new();
    private int _work = RdfCanonicalization.MaximumWork;

    internal NameBlankNodes(IEnumerable<Quad> quads, RdfHash hash)
    {
        Quads = [.. quads];
        _hash = IncrementalHash.CreateHash(hash == RdfHash.Sha384 ? HashAlgorithmName.SHA384 : HashAlgorithmName.SHA256);
        foreach (var quad in Quads)
        {
            Mention(quad.Subject, quad);
            Mention(quad.Value, quad);
            Mention(quad.Graph, quad);
        }
    }

    /// <summary>The quads, each once.</summary>
    internal HashSet<Quad> Quads { get; }

    internal NameIssuer Canonical { get; } = new("c14n");

    public void Dispose() => _hash.Dispose();

    /// <returns>False where it takes more work than is allowed.</returns>
    internal bool TryName(out Dictionary<string, string> names)
    {
        names = Canonical.Names;
        var byHash = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var node in _quadsOf.Keys)
        {
            var hash = HashFirstDegree(node);
            (byHash.TryGetValue(hash, out var same) ? same : byHash[hash] = []).Add(node);
        }

        foreach (var nodes in byHash.Values.Where(nodes => nodes.Count == 1))
        {
            _ = Canonical.Issue(nodes[0]);
        }

        return byHash.Values.Where(nodes => nodes.Count > 1).All(TryNameAlike);
    }

    internal IReadOnlyList<Quad> QuadsOf(string node) => _quadsOf[node];

    /// <summary>Takes units of work.</summary>
    /// <returns>False where none are left.</returns>
    internal bool TryWork(int units = 1) => (_work -= units) >= 0;

    /// <summary>The hash of what is said of a node alone, as lower-case hexadecimal (§4.6).</summary>
    internal string HashFirstDegree(string node)
    {
        if (_hashes.TryGetValue(node, out var known))
        {
            return known;
        }

        var lines = new List<string>();
        foreach (var quad in _quadsOf[node])
        {
            _line.Clear();
            NQuads.Write(quad, _line, (blank, text) => text.Append(blank.Label == node ? "_:a" : "_:z"));
            lines.Add(_line.ToString());
        }

        lines.Sort(CompareCodePoints);
        foreach (var line in lines)
        {
            Append(line);
        }

        return _hashes[node] = FinishHash();
    }

    internal string Hash(string text)
    {
        Append(text);
        return FinishHash();
    }

    /// <summary>By code point, which surrogates make differ from the order of UTF-16.</summary>
    internal static int CompareCodePoints(string left, string right)
    {
        var at = left.AsSpan().CommonPrefixLength(right);
        if (at == left.Length || at == right.Length)
        {
            return left.Length - right.Length;
        }

        var (a, b) = (left[at], right[at]);
        return char.IsSurrogate(a) == char.IsSurrogate(b) ? a - b : char.IsSurrogate(a) ? 1 : -1;
    }

    private void Append(string text)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        _hash.AppendData(buffer, 0, Encoding.UTF8.GetBytes(text, buffer));
        ArrayPool<byte>.Shared.Return(buffer);
    }

    private string FinishHash() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    private void Mention(RdfTerm? term, Quad quad)
    {
        if (term is not BlankTerm blank)
        {
            return;
        }

        if (!_quadsOf.TryGetValue(blank.Label, out var quads))
        {
            _quadsOf[blank.Label] = quads = [];
        }

        if (quads.Count == 0 || !ReferenceEquals(quads[^1], quad))
        {
            quads.Add(quad);
        }
    }

    private bool TryNameAlike(List<string> nodes)
    {
        List<NodeHash> results = [];
        foreach (var node in nodes)
        {
            if (Canonical.Find(node) is not null)
            {
                continue;
            }

            var issuer = new NameIssuer("b");
            _ = issuer.Issue(node);
            if (HashRelatedNodes.Apply(this, node, issuer, depth: 0) is not { } result)
            {
                return false;
            }

            results.Add(result);
        }

        // A stable sort: nodes with equal hashes are interchangeable, and stay in their order.
        foreach (var result in results.OrderBy(result => result.Hash, StringComparer.Ordinal))
        {
            foreach (var node in result.Issuer.Order)
            {
                _ = Canonical.Issue(node);
            }
        }

        return true;
    }
}

/// <summary>The hash of a node by way of others, and the names that these got on the way.</summary>
internal sealed record NodeHash(string Hash, NameIssuer Issuer);
