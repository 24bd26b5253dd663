using Microsoft.Extensions.DependencyInjection;

namespace PostMoney.Core.Grants;

internal static class GrantsModule
{
    internal static IServiceCollection AddGrants(this IServiceCollection services) => services
        .AddScoped<RequestGrant>()
        .AddScoped<OpenOnNode>()
        .AddScoped<Openings>()
        .AddScoped<ForgetGrants>();
}
