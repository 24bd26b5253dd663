using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Foundation;
using PostMoney.Core.Log;
using PostMoney.Core.Members;
using PostMoney.Core.Notifications;

namespace PostMoney.Core.Moderation;

/// <summary>A limit or a suspension ends: because its time is over, because a steward says so, or because an appeal was granted.</summary>
public sealed class LiftSanction(PostMoneyDb db, AccessCheck access, DecideMembership membership, AuditLog log, Notifier notifier, TimeProvider clock)
{
    /// <summary>Its time is over. One that ended before stays as it is.</summary>
    public async Task<Result<Done>> EndAsync(Guid sanctionId, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(ct);
        if (await db.Sanctions.FirstOrDefaultAsync(s => s.Id == sanctionId && s.EndedAt == null, ct) is { } sanction)
        {
            await WithinChangeAsync(Viewer.Node, sanction, ct);
            await change.SaveAsync(ct);
        }

        return Done.Value;
    }

    /// <summary>A steward ends it early.</summary>
    public async Task<Result<Done>> ExecuteAsync(Viewer viewer, Guid sanctionId, CancellationToken ct)
    {
        var decision = await access.CheckAsync(viewer, Permission.Govern, Resource.Node, ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        await using var change = await db.BeginChangeAsync(ct);
        var sanction = await db.Sanctions.FirstOrDefaultAsync(s => s.Id == sanctionId, ct);
        if (sanction is null)
        {
            return ModerationRefusals.NotFound;
        }

        if (sanction.EndedAt is not null)
        {
            return ModerationRefusals.Ended;
        }

        if (await db.Actors.AnyAsync(actor => actor.Id == sanction.ActorId && actor.LocalId == viewer.MemberId, ct))
        {
            return ModerationRefusals.OwnCase;
        }

        await WithinChangeAsync(viewer, sanction, ct);
        await change.SaveAsync(ct);
        return Done.Value;
    }

    /// <summary>Ends it within the caller's change.</summary>
    internal async Task WithinChangeAsync(Viewer viewer, Sanction sanction, CancellationToken ct)
    {
        if (sanction.EndedAt is not null)
        {
            return;
        }

        sanction.End(clock.GetUtcNow());
        var about = await db.Actors.FirstAsync(actor => actor.Id == sanction.ActorId, ct);
        about.Standing = Standing.Good;
        if (about is { Kind: ActorKind.Person, LocalId: { } memberId })
        {
            if (sanction.Kind == SanctionKind.Suspension)
            {
                await membership.WithinChangeAsync(viewer, memberId, MemberState.Active, ct);
            }

            notifier.Tell(memberId, "sanction.lifted", "sanction", sanction.Id, "What the stewards had decided about your account is over.");
        }

        await log.AppendAsync("sanction.lifted", viewer.Did ?? "node", ImposeSanction.Subject(about), null, ct);
    }
}
