using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Foundation;
using PostMoney.Core.Log;
using PostMoney.Core.Members;
using PostMoney.Core.Relations;

namespace PostMoney.Core.Groups;

/// <summary>A steward of a group adds a member to it, or makes one a steward.</summary>
public sealed class AddToGroup(PostMoneyDb db, AccessCheck access, RelationBook relations, AuditLog log, TimeProvider clock)
{
    /// <summary>Adds somebody in a role, <c>member</c> or <c>steward</c>; a steward is a member too. Doing it twice changes nothing.</summary>
    public async Task<Result<Done>> ExecuteAsync(Viewer viewer, string name, string handle, string role, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(ct);
        var group = await db.Groups.FirstOrDefaultAsync(g => g.Name == name, ct);
        if (group is null)
        {
            return GroupRefusals.NotFound;
        }

        var decision = await access.CheckAsync(viewer, Permission.DecideMembership, new Resource.OfGroup(group.Id), ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        if (role is not (RelationNames.Member or RelationNames.Steward))
        {
            return GroupRefusals.Role;
        }

        var member = await db.Members.FirstOrDefaultAsync(m => m.Handle == handle && m.State == MemberState.Active, ct);
        if (member is null)
        {
            return GroupRefusals.NoMember;
        }

        string[] wanted = role == RelationNames.Steward ? [RelationNames.Member, RelationNames.Steward] : [RelationNames.Member];
        var now = clock.GetUtcNow();
        var held = await db.Relations
            .Where(r => r.SubjectId == member.Id && r.ObjectType == ObjectTypes.Group && r.ObjectId == group.Id)
            .Where(r => r.ToAt == null || r.ToAt > now)
            .Select(r => r.Name)
            .ToListAsync(ct);
        foreach (var missing in wanted.Except(held))
        {
            relations.ToGroup(member.Id, missing, group.Id, viewer.MemberId);
            await log.AppendAsync($"group.{missing}-added", viewer.Did!, $"group:{group.Id:D}", null, ct);
        }

        await change.SaveAsync(ct);
        return Done.Value;
    }
}
