using Microsoft.Extensions.DependencyInjection;

namespace PostMoney.Core.Members;

internal static class MembersModule
{
    internal static IServiceCollection AddMembers(this IServiceCollection services) => services
        .AddScoped<JoinCommunity>()
        .AddScoped<Enrolment>()
        .AddScoped<Invitations>()
        .AddScoped<InviteMember>()
        .AddScoped<DecideMembership>()
        .AddScoped<AppointSteward>()
        .AddScoped<Sessions>()
        .AddScoped<SessionList>()
        .AddScoped<SignIn>()
        .AddScoped<ConfirmPassphrase>()
        .AddScoped<ChangePreferences>()
        .AddScoped<MemberList>()
        .AddScoped<ForgetSessions>();
}
