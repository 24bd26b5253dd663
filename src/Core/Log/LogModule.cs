using Microsoft.Extensions.DependencyInjection;

namespace PostMoney.Core.Log;

internal static class LogModule
{
    internal static IServiceCollection AddLog(this IServiceCollection services) => services.AddScoped<AuditLog>();
}
