namespace PostMoney.Web.Federation;

/// <summary>Answers with the document of an actor where it is kept ready, before anything is looked up. All else goes on.</summary>
internal sealed class ActorDoor(RequestDelegate next, KeptDocuments kept)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) || request.QueryString.HasValue
            || kept.Find(request.Path.Value ?? "") is not { } document || !ServerDoor.WantsDocument(request))
        {
            return next(context);
        }

        context.Response.Headers.Append("Vary", "Accept");
        return document.ExecuteAsync(context);
    }
}
