using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Foundation;
using PostMoney.Core.Log;
using PostMoney.Core.Relations;

namespace PostMoney.Core.Groups;

/// <summary>A member joins a group, or leaves it.</summary>
public sealed class JoinGroup(PostMoneyDb db, AccessCheck access, RelationBook relations, AuditLog log, TimeProvider clock)
{
    /// <summary>Joins an open group. Doing it twice changes nothing.</summary>
    public async Task<Result<Done>> JoinAsync(Viewer viewer, string name, CancellationToken ct)
    {
        var decision = await access.CheckAsync(viewer, Permission.TakePart, Resource.Node, ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        await using var change = await db.BeginChangeAsync(ct);
        var group = await db.Groups.FirstOrDefaultAsync(g => g.Name == name, ct);
        if (group is null)
        {
            return GroupRefusals.NotFound;
        }

        var now = clock.GetUtcNow();
        var me = viewer.Id;
        if (await db.Relations.AnyAsync(
            r => r.SubjectId == me && r.Name == RelationNames.Member && r.ObjectType == ObjectTypes.Group && r.ObjectId == group.Id
                && (r.ToAt == null || r.ToAt > now),
            ct))
        {
            return Done.Value;
        }

        if (group.Joining == GroupJoining.Asked && !viewer.IsSteward)
        {
            return GroupRefusals.Asked;
        }

        relations.ToGroup(viewer.Id, RelationNames.Member, group.Id, viewer.MemberId);
        await log.AppendAsync("group.joined", viewer.Did!, $"group:{group.Id:D}", null, ct);
        await change.SaveAsync(ct);
        return Done.Value;
    }

    /// <summary>Leaves a group; its last steward has to appoint another one first.</summary>
    public async Task<Result<Done>> LeaveAsync(Viewer viewer, string name, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(ct);
        var group = await db.Groups.FirstOrDefaultAsync(g => g.Name == name, ct);
        if (group is null || !viewer.GroupIds.Contains(group.Id))
        {
            return GroupRefusals.NotFound;
        }

        var now = clock.GetUtcNow();
        if (viewer.StewardedGroupIds.Contains(group.Id)
            && !await db.Relations.AnyAsync(
                r => r.ObjectId == group.Id && r.Name == RelationNames.Steward && r.SubjectId != viewer.Id && (r.ToAt == null || r.ToAt > now),
                ct))
        {
            return GroupRefusals.LastSteward;
        }

        await relations.EndAsync(viewer.Id, RelationNames.Member, ObjectTypes.Group, group.Id, ct);
        await relations.EndAsync(viewer.Id, RelationNames.Steward, ObjectTypes.Group, group.Id, ct);
        await log.AppendAsync("group.left", viewer.Did!, $"group:{group.Id:D}", null, ct);
        await change.SaveAsync(ct);
        return Done.Value;
    }
}
