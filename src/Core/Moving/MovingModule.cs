using Microsoft.Extensions.DependencyInjection;

namespace PostMoney.Core.Moving;

internal static class MovingModule
{
    internal static IServiceCollection AddMoving(this IServiceCollection services) => services
        .AddScoped<OwnProfile>()
        .AddScoped<AddAlias>()
        .AddScoped<RemoveAlias>()
        .AddScoped<StateIdentity>()
        .AddScoped<FindDestination>()
        .AddScoped<DraftMove>()
        .AddScoped<MoveAway>()
        .AddScoped<ComeBack>()
        .AddScoped<FollowOn>()
        .AddScoped<OtherAccounts>()
        .AddScoped<MovingPages>()
        .AddScoped<OnMove>();
}
