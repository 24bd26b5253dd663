using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace PostMoney.Core.Storage;

/// <summary>The connection of one context: taken from those that are kept when it is opened, and handed back when it is closed.</summary>
internal sealed class BorrowedConnection(RelationalConnectionDependencies dependencies) : RelationalConnection(dependencies)
{
    private KeptConnection? _borrowed;

    [AllowNull]
    public override DbConnection DbConnection
    {
        get => _borrowed ??= Kept.Take();
        set => throw new NotSupportedException();
    }

    private KeptConnections Kept => field ??= Context.GetService<KeptConnections>();

    public override bool Close()
    {
        var isClosed = base.Close();
        HandBack(isClosed);
        return isClosed;
    }

    public override async Task<bool> CloseAsync()
    {
        var isClosed = await base.CloseAsync();
        HandBack(isClosed);
        return isClosed;
    }

    public override void Dispose()
    {
        base.Dispose();
        HandBack(true);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        HandBack(true);
    }

    protected override DbConnection CreateDbConnection() => DbConnection;

    private void HandBack(bool isClosed)
    {
        if (isClosed && _borrowed is { } borrowed)
        {
            _borrowed = null;
            Kept.GiveBack(borrowed);
        }
    }
}

/// <summary>Gives EF Core, for each command that it has written, the one whose SQL was read before.</summary>
internal sealed class KeepStatements : DbCommandInterceptor
{
    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result) =>
        result is SqliteCommand { Connection: KeptConnection connection } asked ? connection.Ready(asked) : result;
}
