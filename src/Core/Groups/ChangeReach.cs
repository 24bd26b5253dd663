using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Foundation;
using PostMoney.Core.Log;

namespace PostMoney.Core.Groups;

/// <summary>A steward of a group decides how far it is known on the fediverse.</summary>
/// <remarks>Those who follow it already stay. Of a group that is hidden they hear nothing more; what they got stays with them.</remarks>
public sealed class ChangeReach(PostMoneyDb db, AccessCheck access, AuditLog log)
{
    /// <summary>Decides it. Doing it twice changes nothing.</summary>
    public async Task<Result<Done>> ExecuteAsync(Viewer viewer, string name, GroupReach reach, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(ct);
        var group = await db.Groups.FirstOrDefaultAsync(g => g.Name == name, ct);
        if (group is null || (group.Reach == GroupReach.Hidden && !viewer.IsMember))
        {
            return GroupRefusals.NotFound;
        }

        var decision = await access.CheckAsync(viewer, Permission.Govern, new Resource.OfGroup(group.Id), ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        if (group.Reach == reach)
        {
            return Done.Value;
        }

        group.Reach = reach;
        await log.AppendAsync($"group.reach-{reach.ToString().ToLowerInvariant()}", viewer.Did!, $"group:{group.Id:D}", null, ct);
        await change.SaveAsync(ct);
        return Done.Value;
    }
}
