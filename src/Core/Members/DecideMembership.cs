using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Foundation;
using PostMoney.Core.Log;
using PostMoney.Core.Notifications;
using PostMoney.Core.Relations;

namespace PostMoney.Core.Members;

/// <summary>A steward admits, refuses, suspends or reinstates somebody; nobody decides about themselves.</summary>
public sealed class DecideMembership(
    PostMoneyDb db, AccessCheck access, RelationBook relations, AuditLog log, Notifier notifier, TimeProvider clock)
{
    /// <summary>Moves a member to another state, with all that follows: rights, sessions, a word to them.</summary>
    public async Task<Result<Done>> ExecuteAsync(Viewer viewer, Guid memberId, MemberState state, CancellationToken ct)
    {
        var decision = await access.CheckAsync(viewer, Permission.DecideMembership, Resource.Node, ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        if (memberId == viewer.MemberId)
        {
            return MemberRefusals.Oneself;
        }

        await using var change = await db.BeginChangeAsync(ct);
        var done = await WithinChangeAsync(viewer, memberId, state, ct);
        if (done.IsGranted)
        {
            await change.SaveAsync(ct);
        }

        return done;
    }

    /// <summary>The same within the caller's change, for a steward who may, or for the node itself.</summary>
    internal async Task<Result<Done>> WithinChangeAsync(Viewer viewer, Guid memberId, MemberState state, CancellationToken ct)
    {
        var member = await db.Members.FirstOrDefaultAsync(m => m.Id == memberId, ct);
        if (member is null)
        {
            return MemberRefusals.NotFound;
        }

        var before = member.State;
        var moved = member.MoveTo(state, viewer.MemberId, clock.GetUtcNow());
        if (!moved.IsGranted)
        {
            return moved;
        }

        if (state == MemberState.Active)
        {
            relations.ToNode(member.Id, RelationNames.Member, viewer.MemberId);
            notifier.Tell(member.Id, "member.admitted", "member", member.Id,
                before == MemberState.Suspended ? "Welcome back! You are a member again." : "Welcome! You are a member now.");
        }
        else
        {
            await relations.EndAsync(member.Id, RelationNames.Member, ObjectTypes.Node, Guid.Empty, ct);
            await db.Sessions.Where(session => session.MemberId == member.Id).ExecuteDeleteAsync(ct);
        }

        await log.AppendAsync($"member.{state.ToString().ToLowerInvariant()}", viewer.Did ?? "node", $"member:{member.Id:D}", null, ct);
        return Done.Value;
    }
}
