namespace PostMoney.Core.Access;

/// <summary>Whoever looks or asks: a member with what they belong to, or a stranger with nothing.</summary>
/// <param name="MemberId">The member, or null for a stranger.</param>
/// <param name="Did">The member's passport, or null for a stranger.</param>
/// <param name="IsMember">Belongs to this node now.</param>
/// <param name="IsSteward">Is a steward of this node now.</param>
/// <param name="IsAuditor">May read this node's logs now.</param>
/// <param name="GroupIds">The groups that they belong to now.</param>
/// <param name="StewardedGroupIds">The groups that they are stewards of now.</param>
public sealed record Viewer(
    Guid? MemberId,
    string? Did,
    bool IsMember,
    bool IsSteward,
    bool IsAuditor,
    IReadOnlyList<Guid> GroupIds,
    IReadOnlyList<Guid> StewardedGroupIds)
{
    /// <summary>Somebody who has not signed in.</summary>
    public static Viewer Stranger { get; } = new(null, null, false, false, false, [], []);

    /// <summary>The node itself, doing what was scheduled.</summary>
    public static Viewer Node { get; } = new(null, null, false, true, false, [], []);

    /// <summary>The member's id.</summary>
    /// <exception cref="InvalidOperationException">It is a stranger; pages for members check that first.</exception>
    public Guid Id => MemberId ?? throw new InvalidOperationException("A stranger has no id.");

    /// <summary>Whether they look after the group: its stewards, and those of the node.</summary>
    public bool Stewards(Guid groupId) => IsSteward || StewardedGroupIds.Contains(groupId);

    /// <summary>Whether they look after anything at all, and so have a desk.</summary>
    public bool HasDesk => IsMember && (IsSteward || StewardedGroupIds.Count > 0);
}
