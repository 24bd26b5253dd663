using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Http.Fetching;
using PostMoney.ActivityStreams.Origins;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation;
using PostMoney.Core.Federation.Inbox;
using PostMoney.Core.Federation.Peers;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Moving;

/// <summary>Somebody elsewhere has moved. Whoever follows them here follows them where they are now, if the new place says that it is theirs.</summary>
/// <remarks>FEP-7628; security case S-36. The new place is read at this moment, whatever was known of it.</remarks>
public sealed class OnMove(PostMoneyDb db, RemoteActors actors, LocalActors local, FollowOn followOn, NodeAddress address) : IActivityHandler
{
    /// <inheritdoc />
    public async Task<Result<ApplyActivity>> CheckAsync(ReceivedActivity received, CancellationToken ct)
    {
        if (received.ObjectId is not { } who || !who.Equals(received.SenderId))
        {
            return FederationRefusals.NotTheirs;
        }

        if (received.Activity.IdOf("target") is not { } where)
        {
            return FederationRefusals.NotUnderstood;
        }

        // What needs no question is asked first: nobody makes this node ask another one for a move that could not be.
        var sender = received.Sender;
        if (sender.Uri == where.Value)
        {
            return MovingRefusals.Oneself;
        }

        if (MoveRules.MayMoveAgainAt(sender) > received.ReceivedAt)
        {
            return MovingRefusals.Pause;
        }

        var found = await TargetAsync(where, ct);
        return !found.TryGet(out var target) ? found.Refusal
            : MoveRules.Problem(sender, target, received.ReceivedAt) is { } problem ? problem
            : new ApplyActivity(apply => ApplyAsync(received, target, apply));
    }

    private async Task<Result<Actor>> TargetAsync(WebId where, CancellationToken ct) =>
        !address.IsOurs(where) ? await actors.FetchAsync(where, new FetchBudget(), ct)
        : await actors.FindAsync(where.Value, ct) is { LocalId: { } id } && await local.MemberAsync(id, ct) is { } ours ? ours
        : FederationRefusals.Gone;

    private async Task ApplyAsync(ReceivedActivity received, Actor read, CancellationToken ct)
    {
        var from = await db.Actors.FirstAsync(actor => actor.Id == received.Sender.Id, ct);
        var to = read.IsLocal ? read : await actors.KeepAsync(read, ct);
        from.LeaveFor(to.Uri, received.ReceivedAt);
        await followOn.BatchAsync(from, to, ct);
    }
}
