using Microsoft.Extensions.DependencyInjection;

namespace PostMoney.Core.Needs;

internal static class NeedsModule
{
    internal static IServiceCollection AddNeeds(this IServiceCollection services) => services
        .AddScoped<AskedOffer>()
        .AddScoped<PublishNeed>()
        .AddScoped<ReviseNeed>()
        .AddScoped<RankWindows>()
        .AddScoped<WithdrawNeed>();
}
