using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Relations;

/// <summary>Writes relations and ends them, within the caller's change.</summary>
public sealed class RelationBook(PostMoneyDb db, NodeIds ids, TimeProvider clock)
{
    /// <summary>Notes that the subject stands in a relation to this node, from now on.</summary>
    public Relation ToNode(Guid subjectId, string name, Guid? grantedBy) =>
        Add(subjectId, name, ObjectTypes.Node, Guid.Empty, clock.GetUtcNow(), null, grantedBy);

    /// <summary>Notes that the subject stands in a relation to a group, from now on.</summary>
    public Relation ToGroup(Guid subjectId, string name, Guid groupId, Guid? grantedBy) =>
        Add(subjectId, name, ObjectTypes.Group, groupId, clock.GetUtcNow(), null, grantedBy);

    /// <summary>Notes that the subject stands in a relation to an item from now on.</summary>
    public Relation ToItem(Guid subjectId, string name, Guid itemId, Guid? grantedBy) =>
        Add(subjectId, name, ObjectTypes.Item, itemId, clock.GetUtcNow(), null, grantedBy);

    /// <summary>Notes that the subject stands in a relation to an item while the window lasts.</summary>
    public Relation ToItem(Guid subjectId, string name, Guid itemId, Window window, Guid? grantedBy) =>
        Add(subjectId, name, ObjectTypes.Item, itemId, window.From, window.To, grantedBy);

    /// <summary>Ends every such relation that holds now or will.</summary>
    public async Task EndAsync(Guid subjectId, string name, string objectType, Guid objectId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var ending = await db.Relations
            .Where(r => r.SubjectId == subjectId && r.Name == name && r.ObjectType == objectType && r.ObjectId == objectId)
            .Where(r => r.ToAt == null || r.ToAt > now)
            .ToListAsync(ct);
        ending.ForEach(relation => relation.End(now));
    }

    /// <summary>Ends everything that rests on one ground, such as an assignment.</summary>
    public async Task EndAllGrantedByAsync(Guid grantedBy, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var ending = await db.Relations
            .Where(r => r.GrantedBy == grantedBy && (r.ToAt == null || r.ToAt > now))
            .ToListAsync(ct);
        ending.ForEach(relation => relation.End(now));
    }

    private Relation Add(
        Guid subjectId, string name, string objectType, Guid objectId, DateTimeOffset from, DateTimeOffset? to, Guid? grantedBy)
    {
        var relation = new Relation
        {
            Id = ids.Next(),
            SubjectId = subjectId,
            Name = name,
            ObjectType = objectType,
            ObjectId = objectId,
            FromAt = from,
            GrantedBy = grantedBy,
            CreatedAt = clock.GetUtcNow(),
        };
        if (to is { } end)
        {
            relation.End(end);
        }

        db.Relations.Add(relation);
        return relation;
    }
}
