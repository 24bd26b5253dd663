using Microsoft.Extensions.DependencyInjection;

namespace PostMoney.Core.Actors;

internal static class ActorsModule
{
    internal static IServiceCollection AddActors(this IServiceCollection services, string? origin) =>
        services.AddSingleton(new NodeAddress(origin));
}
