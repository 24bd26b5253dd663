using System.IO.Compression;

namespace PostMoney.ActivityStreams.Http.Fetching;

/// <summary>Reads and decodes the body of an answer, and stops at its limit: 1,681 bytes of Brotli can hold a gigabyte.</summary>
/// <remarks>Security cases F-06 and F-08.</remarks>
internal static class CappedBody
{
    /// <summary>What the client says it can decode.</summary>
    internal const string AcceptEncoding = "gzip, br";

    /// <summary>Reads the whole body.</summary>
    /// <returns>The bytes, or the problem.</returns>
    internal static async Task<(byte[]? Bytes, FetchProblem? Problem)> ReadAsync(HttpContent content, int maximumBytes, CancellationToken ct)
    {
        if (content.Headers.ContentLength > maximumBytes)
        {
            return (null, FetchProblem.TooLarge);
        }

        await using var sent = await content.ReadAsStreamAsync(ct);
        await using var decoded = Decode(sent, [.. content.Headers.ContentEncoding]);
        if (decoded is null)
        {
            return (null, FetchProblem.Encoding);
        }

        var bytes = new MemoryStream();
        var buffer = new byte[16_384];
        try
        {
            int read;
            while ((read = await decoded.ReadAsync(buffer, ct)) > 0)
            {
                if (bytes.Length + read > maximumBytes)
                {
                    return (null, FetchProblem.TooLarge);
                }

                bytes.Write(buffer, 0, read);
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            return (null, FetchProblem.Encoding);
        }

        return (bytes.ToArray(), null);
    }

    private static Stream? Decode(Stream sent, string[] encodings) => encodings switch
    {
        [] => sent,
        [var one] when one.Equals("identity", StringComparison.OrdinalIgnoreCase) => sent,
        [var one] when one.Equals("gzip", StringComparison.OrdinalIgnoreCase) => new GZipStream(sent, CompressionMode.Decompress),
        [var one] when one.Equals("br", StringComparison.OrdinalIgnoreCase) => new BrotliStream(sent, CompressionMode.Decompress),
        _ => null,
    };
}
