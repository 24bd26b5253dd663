using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Actors;
using PostMoney.Core.Relations;

namespace PostMoney.Core.Groups;

/// <summary>How far a group of this node is known, asked about its actor.</summary>
internal static class Reaching
{
    /// <summary>Whether it is a group that nobody outside this community learns of.</summary>
    internal static Task<bool> IsHiddenAsync(this PostMoneyDb db, Actor actor, CancellationToken ct) => db.IsAsync(actor, GroupReach.Hidden, ct);

    /// <summary>Whether it is a group whose stewards decide who follows it, and somebody is not of it.</summary>
    internal static async Task<bool> HasToAskAsync(this PostMoneyDb db, Actor who, Actor group, DateTimeOffset now, CancellationToken ct) =>
        await db.IsAsync(group, GroupReach.Asked, ct)
        && !(who.LocalId is { } member && await db.Relations.AnyAsync(
            r => r.SubjectId == member && r.Name == RelationNames.Member && r.ObjectType == ObjectTypes.Group && r.ObjectId == group.LocalId
                && (r.ToAt == null || r.ToAt > now),
            ct));

    private static async Task<bool> IsAsync(this PostMoneyDb db, Actor actor, GroupReach reach, CancellationToken ct) =>
        actor is { Kind: ActorKind.Group, LocalId: { } id } && await db.Groups.AnyAsync(group => group.Id == id && group.Reach == reach, ct);
}
