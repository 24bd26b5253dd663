using Microsoft.Extensions.DependencyInjection;

namespace PostMoney.Core.Moderation;

internal static class ModerationModule
{
    internal static IServiceCollection AddModeration(this IServiceCollection services) => services
        .AddScoped<FileReport>()
        .AddScoped<WorkOnReport>()
        .AddScoped<DecideReport>()
        .AddScoped<ImposeSanction>()
        .AddScoped<LiftSanction>()
        .AddScoped<AppealSanction>()
        .AddScoped<ReportDesk>()
        .AddScoped<OwnCases>()
        .AddScoped<OnFlag>();
}
