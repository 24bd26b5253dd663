using System.IO.Compression;
using System.Text.Json;

namespace PostMoney.Federation.Tests.Peers;

/// <summary>What a <see cref="FaultyPeer"/> answers, and what is wrong with it. Without more it is an honest answer.</summary>
public sealed record Fault
{
    public int Status { get; init; } = 200;

    public string? ContentType { get; init; } = "application/activity+json";

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>How long it waits before it says anything.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>How long it waits after each byte, those of the head included.</summary>
    public TimeSpan Drip { get; init; }

    /// <summary>How many bytes of the body it sends before it resets the connection.</summary>
    public int? CutAfter { get; init; }

    /// <summary>The length that it claims, where that is not the length that it has.</summary>
    public long? ClaimedLength { get; init; }

    /// <summary>Whether the body is sent again and again, until the other side has had enough. No length is claimed.</summary>
    public bool IsEndless { get; init; }

    public static Fault None(object document) => new() { Body = JsonSerializer.SerializeToUtf8Bytes(document) };

    /// <summary>It takes the request and never says anything.</summary>
    public static Fault Silence => new() { Delay = Timeout.InfiniteTimeSpan };

    public static Fault Refusal(int status, params IReadOnlyList<(string Name, string Value)> headers) => new() { Status = status, Headers = headers };

    public static Fault Redirect(string address, int status = 302) => Refusal(status, ("Location", address));

    /// <summary>A document in which nothing but the type is wrong.</summary>
    public static Fault Mistyped(object document, string contentType) => None(document) with { ContentType = contentType };

    /// <summary>A body that is a thousandth of what it unfolds to: a JSON text with one long member.</summary>
    /// <param name="bytes">Its size when unfolded.</param>
    /// <param name="encoding"><c>gzip</c>, <c>br</c> or <c>deflate</c>.</param>
    public static Fault Bomb(int bytes, string encoding = "gzip")
    {
        using var folded = new MemoryStream();
        using (Stream folding = encoding switch
        {
            "gzip" => new GZipStream(folded, CompressionLevel.Optimal, leaveOpen: true),
            "br" => new BrotliStream(folded, CompressionLevel.Fastest, leaveOpen: true),
            "deflate" => new ZLibStream(folded, CompressionLevel.Optimal, leaveOpen: true),
            _ => throw new ArgumentException($"There is no encoding {encoding}.", nameof(encoding)),
        })
        {
            folding.Write("{\"content\":\""u8);
            var block = new byte[65_536];
            Array.Fill(block, (byte)'a');
            for (var left = bytes - 14; left > 0; left -= block.Length)
            {
                folding.Write(block, 0, Math.Min(left, block.Length));
            }

            folding.Write("\"}"u8);
        }

        return new Fault { Body = folded.ToArray(), Headers = [("Content-Encoding", encoding)] };
    }
}
