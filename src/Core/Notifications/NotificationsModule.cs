using Microsoft.Extensions.DependencyInjection;

namespace PostMoney.Core.Notifications;

internal static class NotificationsModule
{
    internal static IServiceCollection AddNotifications(this IServiceCollection services) => services
        .AddScoped<Notifier>()
        .AddScoped<NotificationList>();
}
