using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace PostMoney.Core.Storage;

internal static class StorageModule
{
    internal static IServiceCollection AddStorage(this IServiceCollection services, DatabaseFile file)
    {
        var settings = new ConnectionSettings(file);
        return services
            .AddSingleton(file)
            .AddSingleton<WriteGate>()
            .AddDbContext<PostMoneyDb>(options => options
                .UseSqlite(file.ConnectionString)
                .AddInterceptors(settings))
            .AddSingleton<FoldLog>()
            .AddScoped<NodeSettings>();
    }
}
