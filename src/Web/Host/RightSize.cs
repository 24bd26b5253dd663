using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using PostMoney.Web.Photos;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Host;

/// <summary>Refuses a body that is larger than its page takes, before anybody reads it, and says so.</summary>
/// <remarks>
/// Left to Kestrel, reading would fail in whatever reads first, and what that makes of it is "no form token" or a form without fields.
/// </remarks>
internal sealed class RightSize(RequestDelegate next)
{
    // A browser shows an answer only once it has sent all of its form. More than this nobody sends by mistake.
    private const long MostToThrowAway = 64 * 1024 * 1024;

    public async Task InvokeAsync(HttpContext context, Visit visit)
    {
        var endpoint = context.GetEndpoint()?.Metadata;
        if (endpoint?.GetMetadata<TakesPhotosAttribute>() is not null && visit.Me is null
            && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } of)
        {
            of.MaxRequestBodySize = NodeHost.MostOfForm;
        }

        var most = context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize
            ?? endpoint?.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize;

        // The page that says so is asked with the same request once more.
        if (context.Request.ContentLength is not { } length || most is null || length <= most
            || context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            await next(context);
            return;
        }

        if (length <= MostToThrowAway && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostToThrowAway;
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        }

        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
    }
}
