using Microsoft.Extensions.DependencyInjection;

namespace PostMoney.Core.Following;

internal static class FollowingModule
{
    internal static IServiceCollection AddFollowing(this IServiceCollection services) => services
        .AddScoped<FollowWriter>()
        .AddScoped<FollowActor>()
        .AddScoped<AnswerFollower>()
        .AddScoped<UnfollowActor>()
        .AddSingleton<CompareFollowers>()
        .AddScoped<CompareFollowers.OneSender>()
        .AddScoped<EndFollows>()
        .AddScoped<BlockActor>()
        .AddScoped<BlockHost>()
        .AddScoped<OnFollow>()
        .AddScoped<OnFollowAnswered>()
        .AddScoped<OnUndoFollow>()
        .AddScoped<OnBlock>()
        .AddScoped<OnUndoBlock>();
}
