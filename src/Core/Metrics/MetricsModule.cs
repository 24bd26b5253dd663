using Microsoft.Extensions.DependencyInjection;

namespace PostMoney.Core.Metrics;

internal static class MetricsModule
{
    internal static IServiceCollection AddMetrics(this IServiceCollection services) => services
        .AddScoped<MonthlyFigures>()
        .AddScoped<DescribeInstance>();
}
