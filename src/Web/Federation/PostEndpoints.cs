using PostMoney.Core.Federation.Inbox;
using PostMoney.Core.Posts;
using PostMoney.Core.Posts.Threads;
using PostMoney.Web.Host;

namespace PostMoney.Web.Federation;

/// <summary>Posts as other servers read them. What is not for everybody takes a signature of somebody whom it is for; to all others it does not exist.</summary>
internal static class PostEndpoints
{
    internal static async Task<IResult> PostAsync(
        Guid id, HttpContext http, PostDocuments documents, VerifySender verify, NodeOptions options, CancellationToken ct)
    {
        var found = await documents.FindAsync(id, readerId: null, ct);
        if (found is null && http.Request.Headers.ContainsKey("Signature"))
        {
            var reader = await verify.ReaderAsync(InboxEndpoint.AsSent(http.Request, options, default), ct);
            found = reader is null ? null : await documents.FindAsync(id, reader.Id, ct);
        }

        return found is { } document ? ServerDoor.Document(document.Document, document.IsDeleted, http) : ServerDoor.NotFound(http);
    }

    internal static async Task<IResult> RepliesAsync(Guid id, HttpContext http, ThreadDocuments threads, CancellationToken ct) =>
        await threads.RepliesAsync(id, PageOf(http.Request), ct) is { } document ? ServerDoor.Document(document) : ServerDoor.NotFound(http);

    internal static async Task<IResult> ContextAsync(Guid id, HttpContext http, ThreadDocuments threads, CancellationToken ct)
    {
        http.Response.Headers.Append("Vary", "Accept");
        return !ServerDoor.WantsDocument(http.Request) ? Results.Redirect($"/posts/{id:D}")
            : await threads.ContextAsync(id, PageOf(http.Request), ct) is { } document ? ServerDoor.Document(document)
            : ServerDoor.NotFound(http);
    }

    private static ThreadPage? PageOf(HttpRequest request) => request.Query["page"] == "true"
        ? new ThreadPage(Guid.TryParseExact(request.Query["after"], "D", out var after) ? after : null)
        : null;
}
