using System.Collections.Concurrent;
using System.Security.Cryptography;
using PostMoney.ActivityStreams.Discovery;
using PostMoney.Core.Storage;

namespace PostMoney.Web.Federation;

/// <summary>Documents of actors as they were last written, until anything at all is saved.</summary>
/// <remarks>
/// When somebody says something, every server that hears of it asks who they are, most of them within seconds. Only what is the
/// same for everybody may be kept here, under its path: never what takes a signature to read.
/// </remarks>
internal sealed class KeptDocuments(WriteGate gate)
{
    // A few kilobytes each.
    private const int Most = 200;

    private volatile Shelf _shelf = new(0);

    /// <summary>How much was saved so far. Ask before reading what is to be kept.</summary>
    internal long Now => gate.Changes;

    /// <summary>What was kept under a path and still holds, or null.</summary>
    internal KeptDocument? Find(string path) =>
        _shelf is var shelf && shelf.AsOf == gate.Changes && shelf.Documents.TryGetValue(path, out var kept) ? kept : null;

    /// <summary>Keeps a document.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="asOf">How much had been saved before it was read.</param>
    /// <param name="bytes">The document.</param>
    internal KeptDocument Keep(string path, long asOf, byte[] bytes)
    {
        var document = new KeptDocument(bytes);
        var shelf = _shelf;
        if (shelf.AsOf < asOf)
        {
            _shelf = shelf = new Shelf(asOf);
        }

        if (shelf.AsOf == asOf && shelf.Documents.Count < Most)
        {
            shelf.Documents[path] = document;
        }

        return document;
    }

    private sealed record Shelf(long AsOf)
    {
        internal ConcurrentDictionary<string, KeptDocument> Documents { get; } = new(StringComparer.Ordinal);
    }
}

/// <summary>A document for everybody. Whoever has it already is told that it still holds; nobody may take that for granted.</summary>
internal sealed class KeptDocument(byte[] bytes) : IResult
{
    private readonly string _tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.CacheControl = "public, no-cache";
        response.Headers.ETag = _tag;
        if (httpContext.Request.Headers.IfNoneMatch == _tag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = Handles.ActivityJson + "; charset=utf-8";
        response.ContentLength = bytes.Length;
        return response.Body.WriteAsync(bytes, httpContext.RequestAborted).AsTask();
    }
}
