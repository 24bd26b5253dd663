using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Relations;

namespace PostMoney.Core.Access;

/// <summary>The one place that answers "may they?". What no rule allows is denied.</summary>
public sealed class AccessCheck(PostMoneyDb db, TimeProvider clock)
{
    private static readonly Decision _strangers = Decision.Deny("members-only", "Please sign in; this is for members.");
    private static readonly Decision _stewards = Decision.Deny("stewards-only", "This is for stewards.");

    private static readonly Func<PostMoneyDb, Guid[], string, Guid, DateTimeOffset, CancellationToken, Task<bool>> _holds = EF.CompileAsyncQuery(
        (PostMoneyDb db, Guid[] subjects, string relation, Guid itemId, DateTimeOffset now, CancellationToken _) => db.Relations.Any(
            r => subjects.Contains(r.SubjectId) && r.Name == relation && r.ObjectType == ObjectTypes.Item && r.ObjectId == itemId
                && r.FromAt <= now && (r.ToAt == null || r.ToAt > now)));

    /// <summary>Whether <paramref name="who"/> may do it with <paramref name="what"/> at this moment.</summary>
    public async Task<Decision> CheckAsync(Viewer who, Permission permission, Resource what, CancellationToken ct) =>
        (permission, what) switch
        {
            (Permission.TakePart, Resource.OfNode) => who.IsMember
                ? Decision.Allow("take-part.member", "You are a member.")
                : _strangers,
            (Permission.PublishForGroup, Resource.OfGroup group) => InGroup(who, group.Id),
            (Permission.Allot, Resource.OfGroup group) => Steward(who.Stewards(group.Id)),
            (Permission.Allot or Permission.DecideMembership or Permission.Govern, Resource.OfNode) => Steward(who.IsSteward),
            (Permission.DecideMembership or Permission.Govern, Resource.OfGroup group) => Steward(who.Stewards(group.Id)),
            (Permission.Audit, Resource.OfNode) => who.IsSteward || who.IsAuditor
                ? Decision.Allow("audit.steward-or-auditor", "You are a steward or an auditor.")
                : Decision.Deny("auditors-only", "The logs are for stewards and auditors."),
            (Permission.See, Resource.OfItem item) => await SeeAsync(who, item, ct),
            (Permission.Change, Resource.OfItem item) => Owns(who, item.Audience)
                ? Decision.Allow("change.author", "It is yours.")
                : Decision.Deny("authors-only", "Only those who published it may change it."),
            (Permission.Open, Resource.OfItem item) => await OpenAsync(who, item, ct),
            (Permission.ReadOpenings, Resource.OfItem item) => Owns(who, item.Audience)
                ? Decision.Allow("read-openings.author", "It is yours.")
                : await CheckAsync(who, Permission.Audit, Resource.Node, ct),
            _ => Decision.Deny("no-rule", "Nobody may do that."),
        };

    /// <summary>Whether it is theirs: their own, or of a group that they look after.</summary>
    public static bool Owns(Viewer who, IHasAudience what) =>
        who.IsMember && (what.AuthorId == who.MemberId || who.StewardedGroupIds.Contains(what.AuthorId));

    private static Decision Steward(bool isSteward) => isSteward
        ? Decision.Allow("steward", "You are a steward.")
        : _stewards;

    private static Decision InGroup(Viewer who, Guid groupId) =>
        who.IsMember && (who.GroupIds.Contains(groupId) || who.StewardedGroupIds.Contains(groupId))
            ? Decision.Allow("group.member", "You belong to the group.")
            : Decision.Deny("group-members-only", "Only members of the group may do that.");

    private async Task<Decision> SeeAsync(Viewer who, Resource.OfItem item, CancellationToken ct)
    {
        var audience = item.Audience;
        var allowed = audience.Visibility == Visibility.Public
            || Owns(who, audience)
            || (who.IsMember && audience.Visibility switch
            {
                Visibility.Node => true,
                Visibility.Group => who.IsSteward || InGroup(who, audience.GroupId!.Value).IsAllowed,
                _ => await HoldsAsync(who, RelationNames.Reader, item.Id, ct),
            });
        return allowed
            ? Decision.Allow("see.audience", "You are among those it was published for.")
            : Decision.Deny("not-found", "There is nothing here.");
    }

    private async Task<Decision> OpenAsync(Viewer who, Resource.OfItem item, CancellationToken ct)
    {
        if (Owns(who, item.Audience))
        {
            return Decision.Allow("open.author", "It is yours.");
        }

        return who.IsMember && await HoldsAsync(who, RelationNames.Opener, item.Id, ct)
            ? Decision.Allow("open.while-entitled", "You hold a permit, and its window is open.")
            : Decision.Deny("not-found", "There is nothing here.");
    }

    // What a group may, its stewards may on its behalf.
    private Task<bool> HoldsAsync(Viewer who, string relation, Guid itemId, CancellationToken ct) =>
        _holds(db, [who.Id, .. who.StewardedGroupIds], relation, itemId, clock.GetUtcNow(), ct);
}
