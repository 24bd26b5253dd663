using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;
using PostMoney.Core.Federation;
using PostMoney.Core.Federation.Inbox;
using PostMoney.Core.Media;
using PostMoney.Core.Posts;
using PostMoney.Web.Federation;
using PostMoney.Web.Host;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Photos;

/// <summary>Photos, each for those who may see its post: visitors by their session, other servers by a signature. To all others it does not exist.</summary>
/// <remarks>Security cases W-05 and O-02: what was uploaded is never served, only what was made of it; and as a picture, whatever is asked for.</remarks>
internal static class PhotoEndpoints
{
    private static readonly string[] _methods = [HttpMethods.Get, HttpMethods.Head];

    internal static void MapPhotos(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/photos/{id:guid}", _methods, (Guid id, HttpContext http, ShowPhoto show, CancellationToken ct) => AnswerAsync(id, isSmall: false, http, show, ct));
        routes.MapMethods("/photos/{id:guid}/small", _methods, (Guid id, HttpContext http, ShowPhoto show, CancellationToken ct) => AnswerAsync(id, isSmall: true, http, show, ct));
    }

    private static async Task<IResult> AnswerAsync(Guid id, bool isSmall, HttpContext http, ShowPhoto show, CancellationToken ct)
    {
        var services = http.RequestServices;
        var found = await show.ToVisitorAsync(services.GetRequiredService<Visit>().Viewer, id, isSmall, ct);
        if (found is null && http.Request.Headers.ContainsKey("Signature")
            && await services.GetRequiredService<FederationSettings>().ModeAsync(ct) != FederationMode.Local)
        {
            var signed = InboxEndpoint.AsSent(http.Request, services.GetRequiredService<NodeOptions>(), default);
            var reader = await services.GetRequiredService<VerifySender>().ReaderAsync(signed, ct);
            found = reader is null ? null : await show.ToServerAsync(reader.Id, id, isSmall, ct);
        }

        return found is null ? Results.NotFound() : Picture(found, http);
    }

    private static IResult Picture(ShownPhoto photo, HttpContext http)
    {
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";
        if (!photo.IsForEverybody)
        {
            return Results.Bytes(photo.Bytes, Photo.MediaType);
        }

        // For an hour and no longer: a post may be deleted. Readers of feeds show it on pages of their own.
        http.Response.Headers.CacheControl = "public, max-age=3600";
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(photo.Bytes)[..16])}\"");
        return Results.Bytes(photo.Bytes, Photo.MediaType, entityTag: tag);
    }
}
