using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PostMoney.ActivityStreams.Http.Fetching;
using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Vocabulary;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation.Followers;
using PostMoney.Core.Federation.Peers;
using PostMoney.Core.Foundation;
using Actor = PostMoney.Core.Actors.Actor;

namespace PostMoney.Core.Following;

/// <summary>Compares whom members follow elsewhere with what the other side says, and mends what differs (FEP-8fcf).</summary>
/// <remarks>
/// The other side's list decides: it alone says who follows it, and could reject each of them. Who is not on it follows no more;
/// who has asked and is on it follows; who is on it and follows not, here, has that undone there. Ids that are not of this node,
/// and lists in pages, are passed over.
/// </remarks>
public sealed class CompareFollowers(IServiceScopeFactory scopes, ClaimedFollowers claimed)
{
    /// <summary>Most follows that are undone elsewhere after one comparison.</summary>
    public const int MostUndone = 100;

    /// <summary>Compares all that wait, one after the other.</summary>
    /// <returns>How many differed.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var differed = 0;
        while (claimed.Take() is { } claim)
        {
            await using var scope = scopes.CreateAsyncScope();
            differed += await scope.ServiceProvider.GetRequiredService<OneSender>().ExecuteAsync(claim, ct) ? 1 : 0;
        }

        return differed;
    }

    /// <summary>One of them.</summary>
    internal sealed class OneSender(
        PostMoneyDb db, FetchDocument fetch, EndFollows end, ClaimedFollowers claimed, NodeAddress address, NodeIds ids, TimeProvider clock)
    {
        /// <returns>Whether the two differed.</returns>
        internal async Task<bool> ExecuteAsync(FollowersClaim claim, CancellationToken ct)
        {
            if (await db.Actors.AsNoTracking().FirstOrDefaultAsync(actor => actor.Uri == claim.ActorUri && actor.LocalId == null, ct) is not { } followed
                || FollowersDigest.Of(await Known(followed.Id, FollowState.Accepted).Select(actor => actor.Uri).ToListAsync(ct)) == claim.Digest)
            {
                return false;
            }

            claimed.NoteAsked(claim.ActorUri);
            if (await ReadAsync(claim, ct) is { } listed)
            {
                await MendAsync(followed, listed, ct);
            }

            return true;
        }

        private IQueryable<Actor> Known(Guid followedId, FollowState state) => db.Follows.AsNoTracking()
            .Where(follow => follow.FollowedId == followedId && follow.State == state)
            .Join(db.Actors.AsNoTracking(), follow => follow.FollowerId, actor => actor.Id, (_, actor) => actor)
            .Where(actor => actor.LocalId != null);

        private async Task<HashSet<string>?> ReadAsync(FollowersClaim claim, CancellationToken ct)
        {
            var fetched = await fetch.ExecuteAsync(claim.Url, new FetchBudget(), ct);
            if (!fetched.TryGet(out var found) || found.Id.Origin != claim.Url.Origin || !ActivityObject.TryRead(found.Plain, out var read) || !read.IsCollection
                || !(read.Has("orderedItems") || read.Has("items") || read.As<Collection>().TotalItems == 0))
            {
                return null;
            }

            var items = read.As<Collection>().Items;
            return items.Count > FollowersOfHost.Most || read.Has("next") || read.Has("first") ? null
                : [.. items.Select(item => item.Id).OfType<WebId>().Where(address.IsOurs).Select(id => id.Value)];
        }

        private async Task MendAsync(Actor followed, HashSet<string> listed, CancellationToken ct)
        {
            await using var change = await db.BeginChangeAsync(ct);
            var follows = await db.Follows.Where(follow => follow.FollowedId == followed.Id)
                .Join(db.Actors.Where(actor => actor.LocalId != null), follow => follow.FollowerId, actor => actor.Id, (follow, actor) => new { follow, actor.Uri })
                .ToListAsync(ct);
            foreach (var line in follows)
            {
                if (!listed.Remove(line.Uri))
                {
                    if (line.follow.State == FollowState.Accepted)
                    {
                        db.Follows.Remove(line.follow);
                    }
                }
                else
                {
                    line.follow.State = FollowState.Accepted;
                }
            }

            // What is left is on their list alone.
            var left = listed.Order(StringComparer.Ordinal).Take(MostUndone).ToList();
            foreach (var mine in await db.Actors.AsNoTracking().Where(actor => left.Contains(actor.Uri) && actor.LocalId != null).ToListAsync(ct))
            {
                await end.TellAsync(mine, followed, Unknown(mine, followed), ct);
            }

            await change.SaveAsync(ct);
        }

        private Follow Unknown(Actor mine, Actor followed)
        {
            var id = ids.Next();
            return new Follow
            {
                Id = id,
                FollowerId = mine.Id,
                FollowedId = followed.Id,
                ActivityUri = address.OfActivity(id),
                State = FollowState.Accepted,
                At = clock.GetUtcNow(),
            };
        }
    }
}
