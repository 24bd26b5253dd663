using PostMoney.Core.Foundation;

namespace PostMoney.Core.Allocation.Pools;

/// <summary>Why a pool or a policy is not opened, changed or found.</summary>
public static class PoolRefusals
{
    /// <summary>There is no such pool.</summary>
    public static Refusal NotFound { get; } = new(RefusalKind.NotFound, "pool.not-found", "There is no such pool.");

    /// <summary>The name is missing or too long.</summary>
    public static Refusal Name { get; } = new(RefusalKind.Invalid, "pool.name", "A name of at most 80 characters.", "Name");

    /// <summary>The topic has no category here.</summary>
    public static Refusal Topic { get; } = new(RefusalKind.Invalid, "pool.topic", "Choose one of this node's categories.", "Topic");

    /// <summary>There is no such open offer, or it has another topic.</summary>
    public static Refusal Offer { get; } = new(
        RefusalKind.Invalid, "pool.offer", "Choose an open offer of that category, or none.", "OfferId");

    /// <summary>There is no such group.</summary>
    public static Refusal Group { get; } = new(RefusalKind.Invalid, "pool.group", "Choose one of this node's groups, or none.", "GroupId");

    /// <summary>The topic or offer has a pool.</summary>
    public static Refusal Taken { get; } = new(RefusalKind.Conflict, "pool.taken", "There is a pool for that already.", "Topic");

    /// <summary>There is no such policy.</summary>
    public static Refusal Policy { get; } = new(RefusalKind.Invalid, "pool.policy", "Choose one of this node's policies.", "PolicyName");

    /// <summary>The rounds are too short or too long.</summary>
    public static Refusal Hours { get; } = new(
        RefusalKind.Invalid, "pool.hours", $"Between {Pool.FewestHours} hour and {Pool.MostHours} hours (90 days).", "RoundHours");
}
