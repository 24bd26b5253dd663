using PostMoney.Core.Foundation;
using PostMoney.Core.Members;

namespace PostMoney.Core.Following;

/// <summary>Why somebody is not followed.</summary>
public static class FollowingRefusals
{
    /// <summary>One cannot follow oneself.</summary>
    public static Refusal Oneself { get; } = new(RefusalKind.Invalid, "follow.oneself", "That is you.", "Address");

    /// <summary>A newcomer has followed many today.</summary>
    public static Refusal TooMany { get; } = new(
        RefusalKind.Conflict, "follow.newcomer", $"You are new here: {Newcomers.MostFollows} people a day for the first {Newcomers.Time.Days} days.", "Address");

    /// <summary>There is nobody of that id.</summary>
    public static Refusal Nobody { get; } = new(RefusalKind.NotFound, "follow.nobody", "There is nobody of that name.");

    /// <summary>One has blocked them oneself.</summary>
    public static Refusal Blocked { get; } = new(RefusalKind.Conflict, "follow.blocked", "You have blocked them. Take that back first.", "Address");

    /// <summary>No such server was met.</summary>
    public static Refusal NoServer { get; } = new(RefusalKind.NotFound, "block.no-server", "This node has not met that server.");

    /// <summary>Who has moved follows from where they are now.</summary>
    public static Refusal Moved { get; } = new(
        RefusalKind.Conflict, "follow.moved", "You have moved. Follow people from your new account, or come back first.", "Address");

    /// <summary>Who has moved is followed where they are now.</summary>
    public static Refusal TheyMoved { get; } = new(
        RefusalKind.Conflict, "follow.they-moved", "They have moved to another account. Follow them there.", "Address");

    /// <summary>Only members follow.</summary>
    public static Refusal NoActor { get; } = new(RefusalKind.Forbidden, "follow.members-only", "Only members can follow somebody.");
}
