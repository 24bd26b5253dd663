using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation;
using PostMoney.Core.Federation.Outbox;
using PostMoney.Core.Federation.Profiles;
using PostMoney.Core.Foundation;
using Actor = PostMoney.Core.Actors.Actor;

namespace PostMoney.Core.Moving;

/// <summary>Changes what a member's actor says of them, and tells those who follow it.</summary>
public sealed class OwnProfile(PostMoneyDb db, AccessCheck access, LocalActors local, OutboxWriter outbox, SendProfile send, NodeAddress address)
{
    /// <summary>Whether somebody may change theirs here at all.</summary>
    /// <returns>Null, or what speaks against it.</returns>
    internal async Task<Refusal?> ProblemAsync(Viewer viewer, CancellationToken ct)
    {
        var decision = await access.CheckAsync(viewer, Permission.TakePart, Resource.Node, ct);
        return !decision.IsAllowed ? decision.Refusal : address.IsKnown ? null : MovingRefusals.NoPlace;
    }

    /// <summary>Changes it in a change of its own. Where it says afterwards what it said before, nobody is told.</summary>
    /// <param name="viewer">Whose.</param>
    /// <param name="what">Changes the actor, or says what speaks against it.</param>
    /// <param name="ct">Ends the wait.</param>
    internal async Task<Result<Done>> ChangeAsync(Viewer viewer, Func<Actor, Refusal?> what, CancellationToken ct)
    {
        if (await ProblemAsync(viewer, ct) is { } problem)
        {
            return problem;
        }

        if (await local.MemberAsync(viewer.Id, ct) is not { } me)
        {
            return MovingRefusals.NoActor;
        }

        await using var change = await db.BeginChangeAsync(ct);
        var actor = await db.Actors.FirstAsync(a => a.Id == me.Id, ct);
        if (what(actor) is { } refusal)
        {
            return refusal;
        }

        if (!db.ChangeTracker.HasChanges())
        {
            return Done.Value;
        }

        await send.ExecuteAsync(actor, await outbox.FollowersAsync(actor.Id, ct), ct);
        await change.SaveAsync(ct);
        return Done.Value;
    }
}
