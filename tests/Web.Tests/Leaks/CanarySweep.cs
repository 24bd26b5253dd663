using System.Text;
using Xunit;

namespace PostMoney.Web.Tests.Leaks;

/// <summary>Looks for words that were sealed in everything that a node keeps, logs and shows, in each guise that bytes are written down in.</summary>
public sealed class CanarySweep
{
    private readonly List<(string Word, byte[] Guise)> _guises = [];

    public CanarySweep(params IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            foreach (var bytes in new[] { Encoding.UTF8.GetBytes(word), Encoding.Unicode.GetBytes(word) })
            {
                _guises.AddRange(GuisesOf(bytes).Select(guise => (word, guise)));
            }
        }
    }

    /// <summary>Bytes that are no text, such as a key.</summary>
    public static CanarySweep OfBytes(IEnumerable<byte[]> secrets)
    {
        var sweep = new CanarySweep();
        sweep._guises.AddRange(secrets.SelectMany(secret => GuisesOf(secret).Select(guise => (Convert.ToHexString(secret), guise))));
        return sweep;
    }

    /// <summary>Which of the words a text holds.</summary>
    public IReadOnlyList<string> FindIn(string text) => FindIn(Encoding.UTF8.GetBytes(text));

    /// <summary>Which of the words some bytes hold.</summary>
    public IReadOnlyList<string> FindIn(ReadOnlySpan<byte> bytes)
    {
        var found = new List<string>();
        foreach (var (word, guise) in _guises)
        {
            if (bytes.IndexOf(guise) >= 0)
            {
                found.Add(word);
            }
        }

        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Which of the words the files below a folder hold, with the file.</summary>
    public IReadOnlyList<(string File, string Word)> FindInFiles(string folder)
    {
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
        Assert.Contains(files, file => file.EndsWith("node.db-wal", StringComparison.Ordinal));
        return [.. files.SelectMany(file => FindIn(Read(file)).Select(word => (Path.GetRelativePath(folder, file), word)))];
    }

    // The node has its files open.
    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static IEnumerable<byte[]> GuisesOf(byte[] secret)
    {
        yield return secret;
        yield return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(secret));
        yield return Encoding.ASCII.GetBytes(Convert.ToHexString(secret));
        for (var before = 0; before < 3; before++)
        {
            var base64 = Inside(secret, before);
            yield return Encoding.ASCII.GetBytes(base64);
            yield return Encoding.ASCII.GetBytes(base64.Replace('+', '-').Replace('/', '_'));
        }
    }

    // In base64 a secret reads in one of three ways, by how many bytes stand before it; at its ends other bytes mix in.
    private static string Inside(byte[] secret, int before)
    {
        var first = (before * 8 + 5) / 6;
        var end = (before + secret.Length) * 8 / 6;
        return Convert.ToBase64String([.. new byte[before], .. secret])[first..end];
    }
}
