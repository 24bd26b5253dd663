using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace PostMoney.Core.Storage;

/// <summary>One change of the database: alone from its first read to its commit, or as if it had never been.</summary>
public sealed class Change : IAsyncDisposable
{
    private readonly DbContext _db;
    private readonly WriteGate _gate;
    private readonly IDbContextTransaction _transaction;
    private bool _saved;

    private Change(DbContext db, WriteGate gate, IDbContextTransaction transaction)
    {
        _db = db;
        _gate = gate;
        _transaction = transaction;
    }

    /// <summary>Saves everything that was added, changed or removed since the change began.</summary>
    public async Task SaveAsync(CancellationToken ct)
    {
        await _db.SaveChangesAsync(ct);
        await _transaction.CommitAsync(ct);
        _saved = true;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        var connection = (SqliteConnection)_db.Database.GetDbConnection();
        try
        {
            await _transaction.DisposeAsync();
            Execute(connection, "PRAGMA query_only = ON");
            if (!_saved)
            {
                _db.ChangeTracker.Clear();
            }
        }
        finally
        {
            if (_saved)
            {
                _gate.Leave(connection);
            }
            else
            {
                _gate.Leave();
            }

            await _db.Database.CloseConnectionAsync();
        }
    }

    internal static async Task<Change> BeginAsync(DbContext db, WriteGate gate, CancellationToken ct)
    {
        await gate.EnterAsync(ct);
        SqliteConnection? connection = null;
        try
        {
            await db.Database.OpenConnectionAsync(ct);
            connection = (SqliteConnection)db.Database.GetDbConnection();
            Execute(connection, "PRAGMA query_only = OFF");

            // Serializable is BEGIN IMMEDIATE: a deferred transaction that read first would fail at its first write.
            var transaction = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, ct);

            // EF Core knows no references between tables and writes them in the order of their names. Holds until the commit.
            Execute(connection, "PRAGMA defer_foreign_keys = ON");
            return new Change(db, gate, transaction);
        }
        catch
        {
            await GiveUpAsync(db, gate, connection);
            throw;
        }
    }

    private static async Task GiveUpAsync(DbContext db, WriteGate gate, SqliteConnection? connection)
    {
        try
        {
            if (connection is not null)
            {
                Execute(connection, "PRAGMA query_only = ON");
                await db.Database.CloseConnectionAsync();
            }
        }
        finally
        {
            gate.Leave();
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
