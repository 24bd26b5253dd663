namespace PostMoney.Web.Federation;

/// <summary>Where a page and a document have one address: who asks for the document is led to it, everybody else to the page.</summary>
/// <remarks>ActivityPub §3.2. The prefix is for the inside alone: who writes it into an address finds nothing.</remarks>
internal sealed class DocumentDoor(RequestDelegate next)
{
    /// <summary>Before the paths of documents.</summary>
    internal const string Prefix = "/documents";

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Path.StartsWithSegments(Prefix))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        if (request.Path.StartsWithSegments("/posts") && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)))
        {
            context.Response.Headers.Append("Vary", "Accept");
            if (ServerDoor.WantsDocument(request))
            {
                request.Path = Prefix + request.Path;
            }
        }

        return next(context);
    }
}
