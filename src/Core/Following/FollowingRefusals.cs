using PostMoney.Core.Foundation;

namespace PostMoney.Core.Following;

/// <summary>Why somebody is not followed.</summary>
public static class FollowingRefusals
{
    /// <summary>One cannot follow oneself.</summary>
    public static Refusal Oneself { get; } = new(RefusalKind.Invalid, "follow.oneself", "That is you.", "Address");

    /// <summary>Who has moved follows from where they are now.</summary>
    public static Refusal Moved { get; } = new(
        RefusalKind.Conflict, "follow.moved", "You have moved. Follow people from your new account, or come back first.", "Address");

    /// <summary>Who has moved is followed where they are now.</summary>
    public static Refusal TheyMoved { get; } = new(
        RefusalKind.Conflict, "follow.they-moved", "They have moved to another account. Follow them there.", "Address");

    /// <summary>Only members follow.</summary>
    public static Refusal NoActor { get; } = new(RefusalKind.Forbidden, "follow.members-only", "Only members can follow somebody.");
}
