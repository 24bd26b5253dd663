using Microsoft.Data.Sqlite;

namespace PostMoney.Core.Storage;

/// <summary>The one file that holds a node, and how connections to it are opened.</summary>
/// <remarks>
/// Every connection starts read-only (<c>query_only</c>); only <see cref="Change"/> lifts that, one at a time.
/// No connection checkpoints by itself: SQLite before 3.51.3 can corrupt a database whose WAL is reset by one
/// connection while another commits, so <see cref="WriteGate"/> checkpoints while nobody else may write.
/// </remarks>
/// <param name="path">Where the file is, or will be made.</param>
public sealed class DatabaseFile(string path)
{
    private const string OnceForEachConnection =
        """
        PRAGMA journal_mode = WAL;
        PRAGMA foreign_keys = ON;
        PRAGMA busy_timeout = 5000;
        PRAGMA trusted_schema = OFF;
        PRAGMA secure_delete = ON;
        PRAGMA cell_size_check = ON;
        PRAGMA temp_store = MEMORY;
        PRAGMA cache_size = -2048;
        PRAGMA wal_autocheckpoint = 0;
        PRAGMA journal_size_limit = 67108864;
        PRAGMA query_only = ON;
        """;

    // SQLite counts its allocations under one lock for the whole process, and nobody reads the count. Refused, which
    // changes nothing, where some other code has opened a database before.
    static DatabaseFile()
    {
        SQLitePCL.Batteries_V2.Init();
        _ = SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    /// <summary>Where the file is.</summary>
    public string Path { get; } = path;

    /// <summary>Whether it is made anew where the machine fails meanwhile, so that no commit has to wait for the disk.</summary>
    internal bool IsDraft { get; init; }

    /// <summary>What Microsoft.Data.Sqlite needs to open it.</summary>
    public string ConnectionString { get; } = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Pooling = true,
        DefaultTimeout = 30,
    }.ToString();

    /// <summary>Opens a connection of its own, for work outside EF Core.</summary>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        Prepare(connection);
        return connection;
    }

    internal void Prepare(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"{OnceForEachConnection}\nPRAGMA synchronous = {(IsDraft ? "OFF" : "FULL")};";
        command.ExecuteNonQuery();
    }
}
