using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;
using PostMoney.Core.Actors;
using PostMoney.Core.Timelines.Feeds;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Feeds;

/// <summary>Feeds of what everybody may see, by RSS 2.0 and Atom. Who has the newest already is told so.</summary>
internal static class FeedEndpoints
{
    private static readonly string[] _methods = [HttpMethods.Get, HttpMethods.Head];

    internal static void MapFeeds(this IEndpointRouteBuilder routes)
    {
        foreach (var format in new[] { FeedFormat.Rss, FeedFormat.Atom })
        {
            routes.MapMethods($"/feed.{format.Ending}", _methods, async (HttpContext http, PublicFeeds feeds, CancellationToken ct) =>
                Answer(await feeds.ItemsAsync(ct), format, http));
            routes.MapMethods($"/@{{handle}}/feed.{format.Ending}", _methods, async (string handle, HttpContext http, PublicFeeds feeds, CancellationToken ct) =>
                Answer(await feeds.OfMemberAsync(handle, ct), format, http));
            routes.MapMethods($"/tags/{{tag}}/feed.{format.Ending}", _methods, async (string tag, HttpContext http, PublicFeeds feeds, CancellationToken ct) =>
                Answer(await feeds.TaggedAsync(tag, ct), format, http));
        }
    }

    private static IResult Answer(Feed? feed, FeedFormat format, HttpContext http)
    {
        if (feed is null)
        {
            return Results.NotFound();
        }

        var services = http.RequestServices;
        var body = format.Write(feed, new FeedPlace(
            services.GetRequiredService<Visit>().OriginOf(http.Request), services.GetRequiredService<NodeAddress>().Origin, $"{feed.Page.TrimEnd('/')}/feed.{format.Ending}"));

        // The same for everybody, so that anybody on the way may keep it for a while.
        http.Response.Headers.CacheControl = "public, max-age=300";
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body)[..16])}\"");
        return Results.Bytes(body, format.MediaType, lastModified: feed.Updated, entityTag: tag);
    }
}

/// <summary>Where a feed is.</summary>
/// <param name="Origin">The address by which its reader knows this node.</param>
/// <param name="Home">The address that the node's ids begin with, which never changes.</param>
/// <param name="Path">The feed's own.</param>
internal sealed record FeedPlace(string Origin, string Home, string Path)
{
    /// <summary>An address of this node, or one elsewhere as it is.</summary>
    internal string Of(string page) => page.StartsWith('/') ? Origin + page : page;
}
