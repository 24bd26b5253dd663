using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Vocabulary;
using PostMoney.Core.Actors;
using Actor = PostMoney.Core.Actors.Actor;

namespace PostMoney.Core.Federation.Documents;

/// <summary>The collections of an actor here. How many follow is public; who does is between them.</summary>
/// <remarks>ActivityPub §5. A page reads as many rows as it shows.</remarks>
public sealed class ActorCollections(PostMoneyDb db)
{
    /// <summary>Activities on a page.</summary>
    public const int PageSize = 20;

    /// <summary>Who follows, as a number.</summary>
    public async Task<byte[]> FollowersAsync(Actor actor, CancellationToken ct) => Count(
        actor.Uri + "/followers", await db.Follows.LongCountAsync(f => f.FollowedId == actor.Id && f.State == FollowState.Accepted, ct));

    /// <summary>Who is followed, as a number.</summary>
    public async Task<byte[]> FollowingAsync(Actor actor, CancellationToken ct) => Count(
        actor.Uri + "/following", await db.Follows.LongCountAsync(f => f.FollowerId == actor.Id && f.State == FollowState.Accepted, ct));

    /// <summary>Who looks after a group, as FEP-1b12 asks for it: nobody is named, since who belongs to a group is for members of this node.</summary>
    public static byte[] Moderators(Actor actor) => new Collection { Id = WebId.Parse(actor.Uri + "/moderators"), Type = "OrderedCollection" }
        .With("orderedItems", JsonSerializer.SerializeToElement(Array.Empty<string>()))
        .WithContext()
        .ToUtf8();

    /// <summary>The outbox: how much is public, and where its first page is.</summary>
    public async Task<byte[]> OutboxAsync(Actor actor, CancellationToken ct) => new Collection
    {
        Id = WebId.Parse(actor.Outbox),
        TotalItems = await db.OutboxActivities.LongCountAsync(a => a.ActorId == actor.Id && a.IsPublic, ct),
        First = Page(actor.Outbox + "?page=true"),
    }.WithContext().ToUtf8();

    /// <summary>A page of the outbox, the newest first: what was public when it was sent, as it was sent.</summary>
    /// <param name="actor">Whose.</param>
    /// <param name="before">The last id of the page before, or null.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<byte[]> OutboxPageAsync(Actor actor, Guid? before, CancellationToken ct)
    {
        var query = db.OutboxActivities.AsNoTracking().Where(a => a.ActorId == actor.Id && a.IsPublic);
        if (before is { } last)
        {
            query = query.Where(a => a.Id.CompareTo(last) < 0);
        }

        var found = await query.OrderByDescending(a => a.Id).Take(PageSize + 1).Select(a => new { a.Id, a.Document }).ToListAsync(ct);
        var shown = found.Take(PageSize).ToList();
        return new Collection
        {
            Id = WebId.Parse(actor.Outbox + (before is { } at ? $"?page=true&before={at:D}" : "?page=true")),
            Type = "OrderedCollectionPage",
            PartOf = Page(actor.Outbox),
            Next = found.Count > PageSize ? Page($"{actor.Outbox}?page=true&before={shown[^1].Id:D}") : null,
        }
        .With("orderedItems", JsonSerializer.SerializeToElement(shown.Select(line => JsonElement.Parse(line.Document))))
        .WithContext()
        .ToUtf8();
    }

    private static byte[] Count(string uri, long total) => new Collection { Id = WebId.Parse(uri), TotalItems = total }.WithContext().ToUtf8();

    private static Collection Page(string uri) => ActivityObject.Reference(WebId.Parse(uri)).As<Collection>();
}
