using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace PostMoney.Core.Storage;

internal static class StorageModule
{
    internal static IServiceCollection AddStorage(this IServiceCollection services, DatabaseFile file)
    {
        var keep = new KeepStatements();
        return services
            .AddSingleton(file)
            .AddSingleton<KeptConnections>()
            .AddSingleton<WriteGate>()
            .AddDbContext<PostMoneyDb>(options => options
                // A list as one parameter: where each entry is a parameter, EF Core writes the SQL anew at every call.
                .UseSqlite(file.ConnectionString, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
                .ReplaceService<IRelationalConnection, BorrowedConnection>()
                .AddInterceptors(keep))
            .AddSingleton<FoldLog>()
            .AddScoped<HeldConnection>()
            .AddScoped<NodeSettings>();
    }
}
