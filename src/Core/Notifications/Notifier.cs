using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Foundation;
using PostMoney.Core.Relations;

namespace PostMoney.Core.Notifications;

/// <summary>Tells members what happened, within the caller's change.</summary>
public sealed class Notifier(PostMoneyDb db, NodeIds ids, TimeProvider clock)
{
    /// <summary>Tells one member.</summary>
    public void Tell(Guid memberId, string kind, string subjectType, Guid subjectId, string text) =>
        db.Notifications.Add(new Notification
        {
            Id = ids.Next(),
            MemberId = memberId,
            Kind = kind,
            SubjectType = subjectType,
            SubjectId = subjectId,
            Text = text,
            At = clock.GetUtcNow(),
        });

    /// <summary>Tells every steward of the node.</summary>
    public Task TellStewardsAsync(string kind, string subjectType, Guid subjectId, string text, CancellationToken ct) =>
        TellStewardsOfAsync(ObjectTypes.Node, Guid.Empty, kind, subjectType, subjectId, text, ct);

    /// <summary>Tells whoever published something: the member, or the stewards of the group.</summary>
    public async Task TellAuthorAsync(
        Guid authorId, string kind, string subjectType, Guid subjectId, string text, CancellationToken ct)
    {
        // A group has a steward at all times, and a member has none.
        if (!await TellStewardsOfAsync(ObjectTypes.Group, authorId, kind, subjectType, subjectId, text, ct))
        {
            Tell(authorId, kind, subjectType, subjectId, text);
        }
    }

    private async Task<bool> TellStewardsOfAsync(
        string objectType, Guid objectId, string kind, string subjectType, Guid subjectId, string text, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var stewards = await db.Relations.AsNoTracking()
            .Where(r => r.Name == RelationNames.Steward && r.ObjectType == objectType && r.ObjectId == objectId)
            .Where(r => r.ToAt == null || r.ToAt > now)
            .Select(r => r.SubjectId)
            .Distinct()
            .ToListAsync(ct);
        stewards.ForEach(steward => Tell(steward, kind, subjectType, subjectId, text));
        return stewards.Count > 0;
    }
}
