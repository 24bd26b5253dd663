using Microsoft.Extensions.DependencyInjection;

namespace PostMoney.Core.Mirrors;

internal static class MirrorsModule
{
    internal static IServiceCollection AddMirrors(this IServiceCollection services) => services
        .AddScoped<ShownPassport>()
        .AddScoped<OnProposal>()
        .AddScoped<OnDeleteProposal>()
        .AddScoped<MirrorTimeline>();
}
