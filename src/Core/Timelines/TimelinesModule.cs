using Microsoft.Extensions.DependencyInjection;
using PostMoney.Core.Timelines.Feeds;

namespace PostMoney.Core.Timelines;

internal static class TimelinesModule
{
    internal static IServiceCollection AddTimelines(this IServiceCollection services) => services
        .AddScoped<ItemCards>()
        .AddScoped<PostCards>()
        .AddScoped<PostTimelines>()
        .AddScoped<PublicFeeds>()
        .AddScoped<PersonPages>()
        .AddScoped<CommunityTimeline>()
        .AddScoped<ItemPages>()
        .AddScoped<ItemTalk>()
        .AddScoped<OwnItems>()
        .AddScoped<WaitingNeeds>()
        .AddScoped<PermitPages>()
        .AddScoped<ReleasePages>()
        .AddScoped<DeskQueue>()
        .AddScoped<DeskCounts>();
}
