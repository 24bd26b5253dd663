using PostMoney.Core.Actors;
using PostMoney.Core.Federation;
using PostMoney.Core.Federation.Documents;
using PostMoney.Core.Federation.Followers;
using PostMoney.Core.Federation.Inbox;
using PostMoney.Core.Federation.Outbox;
using PostMoney.Core.Items;
using PostMoney.Core.Posts.Pins;
using PostMoney.Web.Host;

namespace PostMoney.Web.Federation;

/// <summary>The actors of this node and their collections, as other servers read them; a person is sent on to the page.</summary>
internal static class ActorEndpoints
{
    internal static async Task<IResult> NodeAsync(HttpContext http, LocalActors local, ActorDocument document, KeptDocuments kept, CancellationToken ct)
    {
        var asOf = kept.Now;
        return kept.Keep(http.Request.Path.Value!, asOf, await document.WriteAsync(await local.NodeAsync(ct), ct));
    }

    internal static Task<IResult> MemberAsync(
        string name, HttpContext http, LocalActors local, ActorDocument document, KeptDocuments kept, CancellationToken ct) =>
        ShowAsync(() => local.MemberAsync(name, ct), http, document, kept, ct);

    internal static Task<IResult> GroupAsync(
        string name, HttpContext http, LocalActors local, ActorDocument document, KeptDocuments kept, CancellationToken ct) =>
        ShowAsync(() => local.GroupAsync(name, ct), http, document, kept, ct);

    internal static async Task<IResult> OfNodeAsync(string collection, HttpContext http, LocalActors local, ActorCollections collections, CancellationToken ct) =>
        await ListAsync(await local.NodeAsync(ct), collection, http, collections, ct);

    internal static async Task<IResult> OfMemberAsync(
        string name, string collection, HttpContext http, LocalActors local, ActorCollections collections, CancellationToken ct) =>
        await ListAsync(await local.MemberAsync(name, ct), collection, http, collections, ct);

    internal static async Task<IResult> OfGroupAsync(
        string name, string collection, HttpContext http, LocalActors local, ActorCollections collections, CancellationToken ct) =>
        await ListAsync(await local.GroupAsync(name, ct), collection, http, collections, ct);

    internal static async Task<IResult> ActivityAsync(Guid id, HttpContext http, PublishedActivities activities, CancellationToken ct) =>
        await activities.FindAsync(id, ct) is { } document ? ServerDoor.Document(document) : ServerDoor.NotFound(http);

    internal static async Task<IResult> ProposalAsync(Guid id, HttpContext http, ProposalDocuments proposals, CancellationToken ct)
    {
        http.Response.Headers.Append("Vary", "Accept");
        return !ServerDoor.WantsDocument(http.Request) ? Results.Redirect($"/items/{id:D}")
            : await proposals.FindAsync(id, ct) is { } found ? ServerDoor.Document(found.Document, found.IsGone, http)
            : ServerDoor.NotFound(http);
    }

    private static async Task<IResult> ShowAsync(
        Func<Task<Actor?>> find, HttpContext http, ActorDocument document, KeptDocuments kept, CancellationToken ct)
    {
        http.Response.Headers.Append("Vary", "Accept");
        var asOf = kept.Now;
        return await find() is not { } actor ? ServerDoor.NotFound(http)
            : ServerDoor.WantsDocument(http.Request) ? kept.Keep(http.Request.Path.Value!, asOf, await document.WriteAsync(actor, ct))
            : Results.Redirect(actor.Page);
    }

    // To who has not signed, and to every other server, there is nothing here.
    private static async Task<IResult> FollowersForAsync(Actor actor, HttpContext http, CancellationToken ct)
    {
        var node = http.RequestServices;
        return await node.GetRequiredService<VerifySender>().ReaderAsync(InboxEndpoint.AsSent(http.Request, node.GetRequiredService<NodeOptions>(), default), ct) is { IsLocal: false } reader
            && await node.GetRequiredService<FollowersOfHost>().WriteAsync(actor, reader, ct) is { } document
                ? ServerDoor.Document(document)
                : ServerDoor.NotFound(http);
    }

    private static async Task<IResult> ListAsync(Actor? actor, string collection, HttpContext http, ActorCollections collections, CancellationToken ct)
    {
        if (actor is null)
        {
            return ServerDoor.NotFound(http);
        }

        var query = http.Request.Query;
        return collection switch
        {
            FollowersOfHost.Collection => await FollowersForAsync(actor, http, ct),
            "followers" => ServerDoor.Document(await collections.FollowersAsync(actor, ct)),
            "following" => ServerDoor.Document(await collections.FollowingAsync(actor, ct)),
            "featured" => ServerDoor.Document(await http.RequestServices.GetRequiredService<FeaturedDocument>().WriteAsync(actor, ct)),
            "moderators" when actor.Kind == ActorKind.Group => ServerDoor.Document(ActorCollections.Moderators(actor)),
            "outbox" when query["page"] == "true" => ServerDoor.Document(
                await collections.OutboxPageAsync(actor, Guid.TryParseExact(query["before"], "D", out var before) ? before : null, ct)),
            "outbox" => ServerDoor.Document(await collections.OutboxAsync(actor, ct)),
            _ => ServerDoor.NotFound(http),
        };
    }
}
