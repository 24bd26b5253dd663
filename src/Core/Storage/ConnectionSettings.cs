using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PostMoney.Core.Storage;

/// <summary>Applies the file's settings once to each physical connection, however often the pool hands it out.</summary>
internal sealed class ConnectionSettings(DatabaseFile file) : DbConnectionInterceptor
{
    private readonly ConditionalWeakTable<object, object> _prepared = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
        PrepareOnce((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        PrepareOnce((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    private void PrepareOnce(SqliteConnection connection)
    {
        var handle = connection.Handle!;
        if (_prepared.TryAdd(handle, handle))
        {
            file.Prepare(connection);
        }
    }
}
