using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation;
using PostMoney.Core.Federation.Peers;
using PostMoney.Core.Foundation;
using PostMoney.Core.Members;
using Actor = PostMoney.Core.Actors.Actor;

namespace PostMoney.Core.Following;

/// <summary>A member follows somebody, here or elsewhere. Here it holds at once; elsewhere the other side has to agree.</summary>
public sealed class FollowActor(PostMoneyDb db, AccessCheck access, LocalActors local, FindActor find, FollowWriter follows, TimeProvider clock)
{
    /// <summary>Follows whoever is written so: <c>@chen@p.test</c>, or an address. Doing it twice changes nothing.</summary>
    public async Task<Result<Follow>> ExecuteAsync(Viewer viewer, string whom, CancellationToken ct)
    {
        var decision = await access.CheckAsync(viewer, Permission.TakePart, Resource.Node, ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        var (me, since) = (viewer.Id, clock.GetUtcNow().AddDays(-1));
        return await db.IsNewAsync(viewer, clock.GetUtcNow(), ct)
            && await db.Follows.CountAsync(f => f.At > since && db.Actors.Any(a => a.Id == f.FollowerId && a.LocalId == me), ct) >= Newcomers.MostFollows
                ? FollowingRefusals.TooMany
                : await AsAsync(() => local.MemberAsync(viewer.Id, ct), whom, ct);
    }

    /// <summary>This node itself follows another, so that it sees what is public there. For stewards.</summary>
    /// <param name="viewer">A steward.</param>
    /// <param name="host">The other node's name, such as <c>example.org</c>; its actor is found by NodeInfo or WebFinger.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<Result<Follow>> NodeAsync(Viewer viewer, string host, CancellationToken ct)
    {
        var decision = await access.CheckAsync(viewer, Permission.Govern, Resource.Node, ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        var actor = await find.NodeAsync(host, ct);
        return actor.TryGet(out var found) ? await AsAsync(async () => await local.NodeAsync(ct), found, ct) : actor.Refusal;
    }

    // Who follows is asked for last: somebody's first actor is made when it is needed, and not for what is refused.
    private async Task<Result<Follow>> AsAsync(Func<Task<Actor?>> who, string whom, CancellationToken ct)
    {
        var found = await find.ExecuteAsync(whom, ct);
        if (!found.TryGet(out var other))
        {
            return found.Refusal;
        }

        if (other.MovedTo is not null)
        {
            return FollowingRefusals.TheyMoved;
        }

        if (await who() is not { } me)
        {
            return FollowingRefusals.NoActor;
        }

        if (other.Id == me.Id)
        {
            return FollowingRefusals.Oneself;
        }

        if (await db.AvoidsAsync(me.Id, other, ct))
        {
            return FollowingRefusals.Blocked;
        }

        // Who is blocked does not learn it from the answer.
        if (other.Standing == Standing.Suspended || await db.BlocksAsync(other.Id, me, ct))
        {
            return FederationRefusals.NotActor;
        }

        if (me.MovedTo is not null)
        {
            return FollowingRefusals.Moved;
        }

        await using var change = await db.BeginChangeAsync(ct);
        var follow = await db.Follows.FirstOrDefaultAsync(f => f.FollowerId == me.Id && f.FollowedId == other.Id, ct);
        if (follow is not null)
        {
            return follow;
        }

        follow = await follows.BeginAsync(me, other, ct);
        await change.SaveAsync(ct);
        return follow;
    }
}
