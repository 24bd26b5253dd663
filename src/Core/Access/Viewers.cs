using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Relations;

namespace PostMoney.Core.Access;

/// <summary>Finds out what somebody belongs to, in one query.</summary>
public sealed class Viewers(PostMoneyDb db, TimeProvider clock)
{
    // By the names that count and not by leaving items out: somebody can stand in a relation to thousands of items, and each
    // would be read at every request.
    private static readonly Func<PostMoneyDb, Guid, DateTimeOffset, IAsyncEnumerable<Held>> _held = EF.CompileAsyncQuery(
        (PostMoneyDb db, Guid memberId, DateTimeOffset now) => db.Relations.AsNoTracking()
            .Where(r => r.SubjectId == memberId)
            .Where(r => r.Name == RelationNames.Member || r.Name == RelationNames.Steward || r.Name == RelationNames.Auditor)
            .Where(r => r.ObjectType == ObjectTypes.Node || r.ObjectType == ObjectTypes.Group)
            .Where(r => r.FromAt <= now && (r.ToAt == null || r.ToAt > now))
            .Select(r => new Held(r.Name, r.ObjectType, r.ObjectId)));

    /// <summary>The viewer that a member is at this moment.</summary>
    public async Task<Viewer> OfAsync(Guid memberId, string did, CancellationToken ct)
    {
        var held = await _held(db, memberId, clock.GetUtcNow()).ToListAsync(ct);
        bool Node(string name) => held.Any(r => r.ObjectType == ObjectTypes.Node && r.Name == name);
        Guid[] Groups(string name) => [.. held.Where(r => r.ObjectType == ObjectTypes.Group && r.Name == name).Select(r => r.ObjectId)];

        // Who is no member any more keeps no other right, whatever else is written.
        return Node(RelationNames.Member)
            ? new Viewer(memberId, did, true, Node(RelationNames.Steward), Node(RelationNames.Auditor),
                Groups(RelationNames.Member), Groups(RelationNames.Steward))
            : new Viewer(memberId, did, false, false, false, [], []);
    }

    private sealed record Held(string Name, string ObjectType, Guid ObjectId);
}
