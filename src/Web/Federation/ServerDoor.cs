using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using PostMoney.ActivityStreams.Discovery;
using PostMoney.ActivityStreams.Http.Fetching;
using PostMoney.Core.Federation;
using PostMoney.Core.Federation.Inbox;
using PostMoney.Core.Storage;

namespace PostMoney.Web.Federation;

/// <summary>Where other servers knock. Every address here, and nothing else, is listed in FEDERATION.md.</summary>
/// <remarks>Nobody is signed in here: who asks is known by a signature, or not at all. A node that talks with nobody answers 404.</remarks>
internal static class ServerDoor
{
    internal static void MapServerDoor(this IEndpointRouteBuilder routes)
    {
        var door = routes.MapGroup("").WithMetadata(new ForServers()).AddEndpointFilter(OnlyWhereFederatedAsync);
        door.MapGet(WebFingerQuery.Path, DiscoveryEndpoints.WebFingerAsync);
        door.MapGet(HostMeta.Path, DiscoveryEndpoints.HostMetaXml);
        door.MapGet(HostMeta.JsonPath, DiscoveryEndpoints.HostMetaJson);
        door.MapGet(NodeInfoLinks.Path, DiscoveryEndpoints.NodeInfoLinks);
        door.MapGet("/nodeinfo/{version}", DiscoveryEndpoints.NodeInfoAsync);
        door.MapGet("/api/v1/instance", DiscoveryEndpoints.OlderInstanceAsync);
        door.MapGet("/api/v2/instance", DiscoveryEndpoints.InstanceAsync);

        door.MapGet("/actor", ActorEndpoints.NodeAsync);
        door.MapGet("/u/{name}", ActorEndpoints.MemberAsync);
        door.MapGet("/g/{name}", ActorEndpoints.GroupAsync);
        door.MapGet("/actor/{collection}", ActorEndpoints.OfNodeAsync);
        door.MapGet("/u/{name}/{collection}", ActorEndpoints.OfMemberAsync);
        door.MapGet("/g/{name}/{collection}", ActorEndpoints.OfGroupAsync);
        door.MapGet("/proposals/{id:guid}", ActorEndpoints.ProposalAsync);
        door.MapGet("/activities/{id:guid}", ActorEndpoints.ActivityAsync);

        door.MapGet(DocumentDoor.Prefix + "/posts/{id:guid}", PostEndpoints.PostAsync);
        door.MapGet(DocumentDoor.Prefix + "/posts/{id:guid}/replies", PostEndpoints.RepliesAsync);
        door.MapGet("/contexts/{id:guid}", PostEndpoints.ContextAsync);

        door.MapPost("/inbox", InboxEndpoint.PostAsync);
        door.MapPost("/actor/inbox", InboxEndpoint.PostAsync);
        door.MapPost("/u/{name}/inbox", InboxEndpoint.PostAsync);
        door.MapPost("/g/{name}/inbox", InboxEndpoint.PostAsync);
    }

    private static async ValueTask<object?> OnlyWhereFederatedAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var http = invocation.HttpContext;
        if (http.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false;
        }

        // A reader who signs may make the node ask their server, and nothing is held while another server is waited for.
        await using var held = HttpMethods.IsGet(http.Request.Method) && !http.Request.Headers.ContainsKey("Signature")
            ? await http.RequestServices.GetRequiredService<HeldConnection>().HoldAsync(http.RequestAborted)
            : null;
        var settings = http.RequestServices.GetRequiredService<FederationSettings>();
        return await settings.ModeAsync(http.RequestAborted) == FederationMode.Local
            ? Answer(InboxAnswer.NotFound, http)
            : await next(invocation);
    }

    /// <summary>A refusal for a program: a code, and by what to find it in the log.</summary>
    internal static IResult Answer(InboxAnswer answer, HttpContext http)
    {
        if (answer.RetryAfter is { } wait)
        {
            http.Response.Headers.RetryAfter = ((int)wait.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return answer.Status < 300
            ? Results.StatusCode(answer.Status)
            : Results.Json(new { error = answer.Code, requestId = http.TraceIdentifier }, statusCode: answer.Status);
    }

    internal static IResult Document(byte[] document) => Results.Bytes(document, Handles.ActivityJson + "; charset=utf-8");

    /// <summary>The same of what may have been deleted: what is left of it comes with 410.</summary>
    internal static IResult Document(JsonElement document, bool isGone, HttpContext http)
    {
        http.Response.StatusCode = isGone ? StatusCodes.Status410Gone : StatusCodes.Status200OK;
        return Document(JsonSerializer.SerializeToUtf8Bytes(document));
    }

    internal static IResult NotFound(HttpContext http) => Answer(InboxAnswer.NotFound, http);

    /// <summary>Whether a reader would rather have the document than a page.</summary>
    internal static bool WantsDocument(HttpRequest request) =>
        request.GetTypedHeaders().Accept is { Count: > 0 } accepted
        && accepted.OrderByDescending(type => type.Quality ?? 1).First() is { } first
        && (ActivityMediaType.IsActivity(first.ToString()) || first.MediaType.Value is "application/ld+json" or "application/json");
}

/// <summary>Marks what is for other servers: no session, no page, no form.</summary>
internal sealed class ForServers;
