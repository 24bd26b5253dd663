using Microsoft.Extensions.DependencyInjection;

namespace PostMoney.Core.Maintenance;

internal static class MaintenanceModule
{
    internal static IServiceCollection AddMaintenance(this IServiceCollection services) => services
        .AddScoped<OpenTicket>()
        .AddScoped<ResolveTicket>()
        .AddScoped<TicketList>();
}
