using Microsoft.Data.Sqlite;

namespace PostMoney.Core.Storage;

/// <summary>Lets one change at a time into the database, in the order they came, and checkpoints between them.</summary>
/// <remarks>Waiting here costs nothing; waiting on SQLite's own lock blocks a thread.</remarks>
public sealed class WriteGate : IDisposable
{
    /// <summary>How many changes may gather in the write-ahead log before it is folded into the file.</summary>
    public const int ChangesBetweenCheckpoints = 200;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private int _sinceCheckpoint;
    private long _changes;

    /// <summary>How many changes were saved since the start. What was read while it stays the same is as it was read.</summary>
    public long Changes => Interlocked.Read(ref _changes);

    /// <inheritdoc />
    public void Dispose() => _turn.Dispose();

    internal Task EnterAsync(CancellationToken ct) => _turn.WaitAsync(ct);

    /// <summary>Nothing was changed.</summary>
    internal void Leave() => _turn.Release();

    /// <summary>Something was changed through the connection, which checkpoints when enough has gathered.</summary>
    internal void Leave(SqliteConnection connection)
    {
        try
        {
            Interlocked.Increment(ref _changes);
            if (++_sinceCheckpoint >= ChangesBetweenCheckpoints)
            {
                _sinceCheckpoint = 0;
                using var command = connection.CreateCommand();
                command.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
                command.ExecuteNonQuery();
            }
        }
        finally
        {
            _turn.Release();
        }
    }
}
