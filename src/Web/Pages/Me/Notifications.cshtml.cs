using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Notifications;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Me;

/// <summary>What somebody was told.</summary>
public sealed class NotificationsModel(NotificationList notifications) : NodePage
{
    public IReadOnlyList<Notification> Newest { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Newest = await notifications.NewestAsync(Viewer, 100, ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await notifications.MarkAllReadAsync(Viewer, ct);
        return Next("/me/notifications", "All notices are read.");
    }
}
