using Microsoft.Extensions.DependencyInjection;

namespace PostMoney.Core.Operations;

internal static class OperationsModule
{
    internal static IServiceCollection AddOperations(this IServiceCollection services) => services
        .AddScoped<FoundNode>()
        .AddScoped<ChangeNodeSettings>()
        .AddScoped<JobDesk>()
        .AddScoped<FederationDesk>()
        .AddScoped<ChooseFederationMode>()
        .AddScoped<DecideAboutHost>()
        .AddScoped<HostDecisions>()
        .AddScoped<ImportHostList>()
        .AddScoped<TryFederationAgain>()
        .AddScoped<AuditPages>();
}
