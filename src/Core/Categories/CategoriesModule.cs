using Microsoft.Extensions.DependencyInjection;

namespace PostMoney.Core.Categories;

internal static class CategoriesModule
{
    internal static IServiceCollection AddCategories(this IServiceCollection services) => services
        .AddScoped<CategoryCatalog>()
        .AddScoped<AddCategory>();
}
