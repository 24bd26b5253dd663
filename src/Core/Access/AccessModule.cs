using Microsoft.Extensions.DependencyInjection;

namespace PostMoney.Core.Access;

internal static class AccessModule
{
    internal static IServiceCollection AddAccess(this IServiceCollection services) => services
        .AddScoped<AccessCheck>()
        .AddScoped<Viewers>();
}
