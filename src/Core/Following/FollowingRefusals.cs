using PostMoney.Core.Foundation;

namespace PostMoney.Core.Following;

/// <summary>Why somebody is not followed.</summary>
public static class FollowingRefusals
{
    /// <summary>One cannot follow oneself.</summary>
    public static Refusal Oneself { get; } = new(RefusalKind.Invalid, "follow.oneself", "That is you.", "Address");

    /// <summary>Only members follow.</summary>
    public static Refusal NoActor { get; } = new(RefusalKind.Forbidden, "follow.members-only", "Only members can follow somebody.");
}
