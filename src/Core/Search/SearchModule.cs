using Microsoft.Extensions.DependencyInjection;

namespace PostMoney.Core.Search;

internal static class SearchModule
{
    internal static IServiceCollection AddSearch(this IServiceCollection services) => services
        .AddScoped<SearchIndex>()
        .AddScoped<SearchItems>();
}
