using Microsoft.Extensions.DependencyInjection;

namespace PostMoney.Core.Sealing;

internal static class SealingModule
{
    internal static IServiceCollection AddSealing(this IServiceCollection services, NodeKey nodeKey) => services
        .AddSingleton(nodeKey)
        .AddSingleton<KeyWrapping>()
        .AddSingleton<SessionKeyWrapping>()
        .AddSingleton<PayloadCipher>()
        .AddScoped<NodePassports>()
        .AddScoped<ActorKeys>()
        .AddScoped<PassportVault>();
}
