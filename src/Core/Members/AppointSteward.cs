using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Foundation;
using PostMoney.Core.Log;
using PostMoney.Core.Notifications;
using PostMoney.Core.Relations;

namespace PostMoney.Core.Members;

/// <summary>A steward gives a member a duty for the node (steward or auditor), or takes it back.</summary>
public sealed class AppointSteward(
    PostMoneyDb db, AccessCheck access, RelationBook relations, AuditLog log, Notifier notifier, TimeProvider clock)
{
    /// <summary>Gives the duty. Doing it twice changes nothing.</summary>
    public Task<Result<Done>> AppointAsync(Viewer viewer, Guid memberId, string duty, CancellationToken ct) =>
        ChangeAsync(viewer, memberId, duty, appoint: true, ct);

    /// <summary>Takes it back; the last steward keeps theirs.</summary>
    public Task<Result<Done>> DismissAsync(Viewer viewer, Guid memberId, string duty, CancellationToken ct) =>
        ChangeAsync(viewer, memberId, duty, appoint: false, ct);

    private async Task<Result<Done>> ChangeAsync(Viewer viewer, Guid memberId, string duty, bool appoint, CancellationToken ct)
    {
        var decision = await access.CheckAsync(viewer, Permission.DecideMembership, Resource.Node, ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        await using var change = await db.BeginChangeAsync(ct);
        if (duty is not (RelationNames.Steward or RelationNames.Auditor)
            || !await db.Members.AnyAsync(m => m.Id == memberId && m.State == MemberState.Active, ct))
        {
            return MemberRefusals.NotFound;
        }

        var now = clock.GetUtcNow();
        var holders = await db.Relations
            .Where(r => r.Name == duty && r.ObjectType == ObjectTypes.Node && (r.ToAt == null || r.ToAt > now))
            .Join(db.Members.Where(m => m.State == MemberState.Active), r => r.SubjectId, m => m.Id, (r, m) => m.Id)
            .ToListAsync(ct);
        if (appoint == holders.Contains(memberId))
        {
            return Done.Value;
        }

        if (appoint)
        {
            relations.ToNode(memberId, duty, viewer.MemberId);
            notifier.Tell(memberId, "member.appointed", "member", memberId, $"You are {Article(duty)} of this node now.");
        }
        else
        {
            if (duty == RelationNames.Steward && holders.Count == 1)
            {
                return MemberRefusals.LastSteward;
            }

            await relations.EndAsync(memberId, duty, ObjectTypes.Node, Guid.Empty, ct);
        }

        await log.AppendAsync(appoint ? $"{duty}.appointed" : $"{duty}.dismissed", viewer.Did!, $"member:{memberId:D}", null, ct);
        await change.SaveAsync(ct);
        return Done.Value;
    }

    private static string Article(string duty) => duty == RelationNames.Auditor ? "an auditor" : "a steward";
}
