using Microsoft.Extensions.DependencyInjection;

namespace PostMoney.Core.Timelines;

internal static class TimelinesModule
{
    internal static IServiceCollection AddTimelines(this IServiceCollection services) => services
        .AddScoped<ItemCards>()
        .AddScoped<PostCards>()
        .AddScoped<PostTimelines>()
        .AddScoped<PersonPages>()
        .AddScoped<CommunityTimeline>()
        .AddScoped<ItemPages>()
        .AddScoped<OwnItems>()
        .AddScoped<WaitingNeeds>()
        .AddScoped<PermitPages>()
        .AddScoped<ReleasePages>()
        .AddScoped<DeskQueue>()
        .AddScoped<DeskCounts>();
}
