using Microsoft.Extensions.DependencyInjection;

namespace PostMoney.Core.Outcomes;

internal static class OutcomesModule
{
    internal static IServiceCollection AddOutcomes(this IServiceCollection services) => services
        .AddScoped<OutcomeRules>()
        .AddScoped<RecordOutcome>()
        .AddScoped<OutcomeList>();
}
