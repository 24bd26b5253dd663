using System.Text;

namespace PostMoney.ActivityStreams.Rdf;

/// <summary>A dataset in its canonical form.</summary>
/// <remarks>RDFC-1.0 §4.4; the lines are canonical N-Quads (§5), in order of their code points.</remarks>
/// <param name="Bytes">The canonical N-Quads, in UTF-8; this is what is hashed and signed.</param>
/// <param name="Names">What each blank node is called in it, <c>c14n0</c> and so on, by what it was called before.</param>
public sealed record CanonicalDataset(byte[] Bytes, IReadOnlyDictionary<string, string> Names)
{
    internal static CanonicalDataset Of(IReadOnlyCollection<Quad> quads, Dictionary<string, string> names)
    {
        var line = new StringBuilder();
        var lines = new List<byte[]>(quads.Count);
        foreach (var quad in quads)
        {
            line.Clear();
            NQuads.Write(quad, line, (blank, text) => text.Append("_:").Append(names[blank.Label]));
            lines.Add(Encoding.UTF8.GetBytes(line.ToString()));
        }

        // By code point, which is the order of UTF-8 and not of UTF-16.
        lines.Sort(static (left, right) => left.AsSpan().SequenceCompareTo(right));
        return new CanonicalDataset(Join(lines), names);
    }

    private static byte[] Join(List<byte[]> lines)
    {
        var all = new byte[lines.Sum(line => line.Length)];
        var at = 0;
        foreach (var line in lines)
        {
            line.CopyTo(all, at);
            at += line.Length;
        }

        return all;
    }

    /// <summary>The canonical N-Quads.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Bytes);
}
