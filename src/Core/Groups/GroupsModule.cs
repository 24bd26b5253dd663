using Microsoft.Extensions.DependencyInjection;

namespace PostMoney.Core.Groups;

internal static class GroupsModule
{
    internal static IServiceCollection AddGroups(this IServiceCollection services) => services
        .AddScoped<FoundGroup>()
        .AddScoped<JoinGroup>()
        .AddScoped<AddToGroup>()
        .AddScoped<ChangeReach>()
        .AddScoped<GroupList>();
}
