using Microsoft.Extensions.DependencyInjection;

namespace PostMoney.Core.Relations;

internal static class RelationsModule
{
    internal static IServiceCollection AddRelations(this IServiceCollection services) => services.AddScoped<RelationBook>();
}
