using PostMoney.Core.Notifications;

namespace PostMoney.Web.Display;

/// <summary>Where the thing is that a notification is about.</summary>
public static class SubjectAddress
{
    /// <summary>Its page.</summary>
    public static string Of(Notification notification) => (notification.SubjectType, notification.Kind) switch
    {
        ("assignment", _) => $"/assignments/{notification.SubjectId}",
        ("item", _) => $"/items/{notification.SubjectId}",
        ("round", _) => $"/rounds/{notification.SubjectId}",
        ("member", "member.applied") => "/desk/members",
        ("ticket", _) => "/desk/maintenance",
        ("post", _) => $"/posts/{notification.SubjectId}",
        ("report", _) => $"/desk/reports/{notification.SubjectId}",
        ("appeal", _) => "/desk/decisions",
        ("own-report", _) => "/me/reports",
        ("sanction", _) => "/decisions",
        ("actor", _) => "/me/following",
        _ => "/me",
    };
}
