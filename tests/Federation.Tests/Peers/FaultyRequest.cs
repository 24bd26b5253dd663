using System.Globalization;
using System.Text;

namespace PostMoney.Federation.Tests.Peers;

/// <summary>What a <see cref="FaultyPeer"/> was asked.</summary>
/// <param name="Method">Such as <c>GET</c>.</param>
/// <param name="Path">With its query.</param>
/// <param name="Headers">By name, whatever its case.</param>
/// <param name="Body">As it came.</param>
public sealed record FaultyRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>Reads one; null where the other side ends before it has asked. Only bodies with a length are understood.</summary>
    internal static async Task<FaultyRequest?> ReadAsync(Stream connection, CancellationToken ct)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (!EndsWithAnEmptyLine(head))
        {
            if (await connection.ReadAsync(one, ct) == 0)
            {
                return null;
            }

            head.Add(one[0]);
        }

        var lines = Encoding.Latin1.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(line => line.Split(':', 2)).GroupBy(pair => pair[0], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => string.Join(", ", group.Select(pair => pair[1].Trim())), StringComparer.OrdinalIgnoreCase);
        var body = new byte[int.Parse(headers.GetValueOrDefault("Content-Length", "0"), CultureInfo.InvariantCulture)];
        await connection.ReadExactlyAsync(body, ct);
        var words = lines[0].Split(' ');
        return new FaultyRequest(words[0], words[1], headers, body);
    }

    private static bool EndsWithAnEmptyLine(List<byte> head) =>
        head.Count >= 4 && head[^4] == '\r' && head[^3] == '\n' && head[^2] == '\r' && head[^1] == '\n';
}
