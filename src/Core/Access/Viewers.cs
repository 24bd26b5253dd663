using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Relations;

namespace PostMoney.Core.Access;

/// <summary>Finds out what somebody belongs to, in one query.</summary>
public sealed class Viewers(PostMoneyDb db, TimeProvider clock)
{
    /// <summary>The viewer that a member is at this moment.</summary>
    public async Task<Viewer> OfAsync(Guid memberId, string did, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var held = await db.Relations.AsNoTracking()
            .Where(r => r.SubjectId == memberId && r.ObjectType != ObjectTypes.Item)
            .Where(r => r.FromAt <= now && (r.ToAt == null || r.ToAt > now))
            .Select(r => new { r.Name, r.ObjectType, r.ObjectId })
            .ToListAsync(ct);
        bool Node(string name) => held.Any(r => r.ObjectType == ObjectTypes.Node && r.Name == name);
        Guid[] Groups(string name) => [.. held.Where(r => r.ObjectType == ObjectTypes.Group && r.Name == name).Select(r => r.ObjectId)];

        // Who is no member any more keeps no other right, whatever else is written.
        return Node(RelationNames.Member)
            ? new Viewer(memberId, did, true, Node(RelationNames.Steward), Node(RelationNames.Auditor),
                Groups(RelationNames.Member), Groups(RelationNames.Steward))
            : new Viewer(memberId, did, false, false, false, [], []);
    }
}
