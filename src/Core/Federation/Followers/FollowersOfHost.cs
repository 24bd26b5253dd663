using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Vocabulary;
using PostMoney.Core.Actors;
using Actor = PostMoney.Core.Actors.Actor;

namespace PostMoney.Core.Federation.Followers;

/// <summary>Who follows somebody here from one other server, for that server and no other (FEP-8fcf; security case A-23).</summary>
public sealed class FollowersOfHost(PostMoneyDb db)
{
    /// <summary>What the list is called below its actor.</summary>
    public const string Collection = "followers_synchronization";

    /// <summary>Most of one server. Of more nothing is told.</summary>
    public const int Most = 10_000;

    /// <summary>The list for whoever asks; null where there are too many.</summary>
    /// <param name="actor">An actor of this node.</param>
    /// <param name="reader">Somebody of the other server, known by a signature.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<byte[]?> WriteAsync(Actor actor, Actor reader, CancellationToken ct) => await IdsAsync(actor.Id, reader.Host, ct) is not { } ids ? null
        : new Collection { Id = WebId.Parse($"{actor.Uri}/{Collection}"), Type = "OrderedCollection", TotalItems = ids.Count }
            .With("orderedItems", JsonSerializer.SerializeToElement(ids))
            .WithContext()
            .ToUtf8();

    /// <summary>Their ids; null where there are too many.</summary>
    internal async Task<List<string>?> IdsAsync(Guid actorId, string host, CancellationToken ct)
    {
        var ids = await db.Follows.AsNoTracking()
            .Where(follow => follow.FollowedId == actorId && follow.State == FollowState.Accepted)
            .Join(db.Actors, follow => follow.FollowerId, actor => actor.Id, (_, actor) => actor)
            .Where(actor => actor.Host == host && actor.LocalId == null)
            .OrderBy(actor => actor.Uri)
            .Select(actor => actor.Uri)
            .Take(Most + 1)
            .ToListAsync(ct);
        return ids.Count > Most ? null : ids;
    }
}
