using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Relations;

namespace PostMoney.Core.Groups;

/// <summary>The groups of this node. Their names are public, but for hidden ones; who belongs to them is for members.</summary>
public sealed class GroupList(PostMoneyDb db, TimeProvider clock)
{
    /// <summary>All of them, by title.</summary>
    public async Task<IReadOnlyList<GroupCard>> AllAsync(Viewer viewer, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var groups = await Known(viewer).OrderBy(g => g.Title)
            .Select(g => new
            {
                Group = g,
                Members = db.Relations.Count(r => r.ObjectType == ObjectTypes.Group && r.ObjectId == g.Id
                    && r.Name == RelationNames.Member && (r.ToAt == null || r.ToAt > now)),
            })
            .ToListAsync(ct);
        return [.. groups.Select(line => Card(line.Group, line.Members, viewer))];
    }

    /// <summary>One of them with its people, or null.</summary>
    public async Task<GroupPage?> FindAsync(Viewer viewer, string name, CancellationToken ct)
    {
        var group = await Known(viewer).FirstOrDefaultAsync(g => g.Name == name, ct);
        if (group is null)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var people = await db.Relations.AsNoTracking()
            .Where(r => r.ObjectType == ObjectTypes.Group && r.ObjectId == group.Id && (r.ToAt == null || r.ToAt > now))
            .Join(db.Members, r => r.SubjectId, m => m.Id, (r, m) => new { r.Name, m.Handle, m.DisplayName })
            .OrderBy(line => line.DisplayName)
            .ToListAsync(ct);
        var stewards = people.Where(line => line.Name == RelationNames.Steward).Select(line => line.Handle).ToHashSet(StringComparer.Ordinal);
        var members = people.Where(line => line.Name == RelationNames.Member)
            .Select(line => new GroupMember(line.Handle, line.DisplayName, stewards.Contains(line.Handle)))
            .ToList();
        return new GroupPage(Card(group, members.Count, viewer), viewer.IsMember ? members : []);
    }

    private IQueryable<Group> Known(Viewer viewer)
    {
        var all = db.Groups.AsNoTracking();
        return viewer.IsMember ? all : all.Where(group => group.Reach != GroupReach.Hidden);
    }

    private static GroupCard Card(Group group, int members, Viewer viewer) => new(
        group.Id, group.Name, group.Title, group.Summary, group.Did, group.Joining, group.Reach, members,
        viewer.GroupIds.Contains(group.Id), viewer.StewardedGroupIds.Contains(group.Id));
}

/// <summary>A group in a list.</summary>
public sealed record GroupCard(
    Guid Id, string Name, string Title, string Summary, string Did, GroupJoining Joining, GroupReach Reach, int Members, bool IsMine, bool IStewardIt);

/// <summary>A group with its people.</summary>
public sealed record GroupPage(GroupCard Group, IReadOnlyList<GroupMember> People);

/// <summary>Somebody in a group.</summary>
public sealed record GroupMember(string Handle, string DisplayName, bool IsSteward);
