using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PostMoney.Core.Storage;

/// <summary>
/// Folds the write-ahead log into the database and empties it. Deleted rows are overwritten in the database (<c>secure_delete</c>),
/// but the log keeps the pages of before, destroyed keys among them, until it is emptied.
/// </summary>
public sealed class FoldLog(DatabaseFile file, WriteGate gate)
{
    /// <summary>Folds it while nobody writes. Where somebody reads at that moment, some of it stays until the next time.</summary>
    /// <returns>Whether the log is empty now.</returns>
    public async Task<bool> ExecuteAsync(CancellationToken ct)
    {
        await gate.EnterAsync(ct);
        try
        {
            using var connection = file.Open();

            // Readers are not waited for: meanwhile nobody could write.
            Ask(connection, "PRAGMA busy_timeout = 0");
            var isBusy = Ask(connection, "PRAGMA wal_checkpoint(TRUNCATE)") != 0;
            Ask(connection, "PRAGMA busy_timeout = 5000");
            return !isBusy;
        }
        finally
        {
            gate.Leave();
        }
    }

    private static long Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
