using PostMoney.Core.Foundation;

namespace PostMoney.Core.Groups;

/// <summary>Why something about a group was not done.</summary>
public static class GroupRefusals
{
    /// <summary>The name has other characters, or too few or many.</summary>
    public static Refusal Name { get; } = new(
        RefusalKind.Invalid, "group.name", "Choose 2 to 40 small letters, digits or hyphens, beginning with a letter.", "Name");

    /// <summary>Another group has the name.</summary>
    public static Refusal NameTaken { get; } = new(RefusalKind.Conflict, "group.name-taken", "There is a group of that name.", "Name");

    /// <summary>The title is missing or too long.</summary>
    public static Refusal Title { get; } = new(RefusalKind.Invalid, "group.title", "A title of at most 80 characters.", "Title");

    /// <summary>The summary is too long.</summary>
    public static Refusal Summary { get; } = new(RefusalKind.Invalid, "group.summary", "Keep it under 500 characters.", "Summary");

    /// <summary>There is no such group.</summary>
    public static Refusal NotFound { get; } = new(RefusalKind.NotFound, "group.not-found", "There is no such group.");

    /// <summary>Its stewards add people.</summary>
    public static Refusal Asked { get; } = new(
        RefusalKind.Forbidden, "group.asked", "The stewards of this group add its members. Ask one of them.");

    /// <summary>There is no such member.</summary>
    public static Refusal NoMember { get; } = new(RefusalKind.Invalid, "group.no-member", "There is no member of that handle.", "Handle");

    /// <summary>There is no such role in a group.</summary>
    public static Refusal Role { get; } = new(RefusalKind.Invalid, "group.role", "Choose what they are in the group.", "Role");

    /// <summary>The last steward of a group stays.</summary>
    public static Refusal LastSteward { get; } = new(
        RefusalKind.Conflict, "group.last-steward", "Somebody has to look after the group. Appoint another steward first.");
}
