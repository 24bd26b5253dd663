using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Vocabulary;
using Actor = PostMoney.Core.Actors.Actor;

namespace PostMoney.Core.Posts.Pins;

/// <summary>What an actor here has put first, by ids and the newest pin first: as far as everybody may read it.</summary>
public sealed class FeaturedDocument(PostMoneyDb db)
{
    /// <summary>Where it is.</summary>
    public static string AddressOf(Actor actor) => actor.Uri + "/featured";

    /// <summary>The collection, in UTF-8.</summary>
    public async Task<byte[]> WriteAsync(Actor actor, CancellationToken ct)
    {
        var posts = await db.PinnedPosts.AsNoTracking().Where(pin => pin.ActorId == actor.Id)
            .Join(
                db.Posts.Where(post => post.DeletedAt == null && (post.Visibility == PostVisibility.Public || post.Visibility == PostVisibility.Unlisted)),
                pin => pin.PostId, post => post.Id, (pin, post) => new { pin.At, post.Uri })
            .OrderByDescending(pinned => pinned.At)
            .Select(pinned => pinned.Uri)
            .ToListAsync(ct);
        return new Collection
        {
            Id = WebId.Parse(AddressOf(actor)),
            TotalItems = posts.Count,
            Items = [.. posts.Where(uri => WebId.TryParse(uri, out _)).Select(uri => ActivityObject.Reference(WebId.Parse(uri)))],
        }.WithContext().ToUtf8();
    }
}
