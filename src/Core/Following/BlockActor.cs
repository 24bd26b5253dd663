using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Vocabulary;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation;
using PostMoney.Core.Federation.Outbox;
using PostMoney.Core.Foundation;
using Actor = PostMoney.Core.Actors.Actor;

namespace PostMoney.Core.Following;

/// <summary>A member goes out of somebody's way: mutes them, blocks them, or takes either back.</summary>
/// <remarks>Who is muted never learns of it. Who is blocked elsewhere is told, so that their server can keep to it.</remarks>
public sealed class BlockActor(
    PostMoneyDb db, AccessCheck access, LocalActors local, EndFollows end, OutboxWriter outbox, NodeAddress address, NodeIds ids, TimeProvider clock)
{
    /// <summary>Mutes or blocks. What was between the two before is replaced.</summary>
    public async Task<Result<Done>> ExecuteAsync(Viewer viewer, Guid actorId, BlockKind kind, CancellationToken ct)
    {
        var found = await BothAsync(viewer, actorId, ct);
        if (!found.TryGet(out var both))
        {
            return found.Refusal;
        }

        var (me, other) = both;
        await using var change = await db.BeginChangeAsync(ct);
        var block = await db.Blocks.FirstOrDefaultAsync(b => b.ActorId == me.Id && b.TargetId == other.Id, ct);
        if (block?.Kind == kind)
        {
            return Done.Value;
        }

        if (block is { Kind: BlockKind.Block })
        {
            await SendUndoAsync(me, other, block, ct);
        }

        if (block is null)
        {
            var id = ids.Next();
            block = new Block { Id = id, ActorId = me.Id, TargetId = other.Id, Kind = kind, ActivityUri = address.OfActivity(id), At = clock.GetUtcNow() };
            db.Blocks.Add(block);
        }

        block.Kind = kind;
        if (kind == BlockKind.Block)
        {
            await end.BetweenAsync(me, other, ct);
            if (!other.IsLocal)
            {
                var activity = new Activity { Type = "Block", Object = ActivityObject.Reference(WebId.Parse(other.Uri)), To = [other.Uri] };
                block.ActivityUri = (await outbox.AddAsync(me, activity, [other], ct)).Uri;
            }
        }

        await change.SaveAsync(ct);
        return Done.Value;
    }

    /// <summary>The same for a neighbour, who may have said nothing yet.</summary>
    public async Task<Result<Done>> NeighbourAsync(Viewer viewer, string handle, BlockKind kind, CancellationToken ct)
    {
        var decision = await access.CheckAsync(viewer, Permission.TakePart, Resource.Node, ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        return await local.MemberAsync(handle, ct) is { } other ? await ExecuteAsync(viewer, other.Id, kind, ct) : FollowingRefusals.Nobody;
    }

    /// <summary>Takes it back. Follows that ended do not begin again.</summary>
    public async Task<Result<Done>> UndoAsync(Viewer viewer, Guid actorId, CancellationToken ct)
    {
        var found = await BothAsync(viewer, actorId, ct);
        if (!found.TryGet(out var both))
        {
            return found.Refusal;
        }

        var (me, other) = both;
        await using var change = await db.BeginChangeAsync(ct);
        var block = await db.Blocks.FirstOrDefaultAsync(b => b.ActorId == me.Id && b.TargetId == other.Id, ct);
        if (block is null)
        {
            return Done.Value;
        }

        if (block.Kind == BlockKind.Block)
        {
            await SendUndoAsync(me, other, block, ct);
        }

        db.Blocks.Remove(block);
        await change.SaveAsync(ct);
        return Done.Value;
    }

    private async Task<Result<(Actor Me, Actor Other)>> BothAsync(Viewer viewer, Guid actorId, CancellationToken ct)
    {
        var decision = await access.CheckAsync(viewer, Permission.TakePart, Resource.Node, ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        var other = await db.Actors.AsNoTracking().FirstOrDefaultAsync(actor => actor.Id == actorId, ct);
        if (other is null)
        {
            return FollowingRefusals.Nobody;
        }

        if (other.LocalId == viewer.Id)
        {
            return FollowingRefusals.Oneself;
        }

        return await local.MemberAsync(viewer.Id, ct) is { } me ? (me, other) : FollowingRefusals.NoActor;
    }

    private async Task SendUndoAsync(Actor me, Actor other, Block block, CancellationToken ct)
    {
        if (other.IsLocal)
        {
            return;
        }

        var undone = JsonSerializer.SerializeToElement(new { id = block.ActivityUri, type = "Block", actor = me.Uri, @object = other.Uri });
        var activity = new Activity { Type = "Undo", To = [other.Uri] };
        await outbox.AddAsync(me, activity.With("object", undone).As<Activity>(), [other], ct);
    }
}
