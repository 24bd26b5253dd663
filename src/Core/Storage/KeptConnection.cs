using System.Data;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PostMoney.Core.Storage;

/// <summary>A connection that stays open, with what SQLite has made of the SQL that was asked through it.</summary>
/// <remarks>
/// To read SQL and plan its way costs SQLite many times what following it does, a quarter of a whole page. To EF Core it is open
/// and closed as any other; <see cref="KeptConnections"/> hands it out to one after another.
/// </remarks>
internal sealed class KeptConnection(DatabaseFile file) : SqliteConnection(file.ConnectionString)
{
    // A page asks a dozen questions, and each takes some tens of kilobytes.
    private const int MostStatements = 64;

    // In the order of their last use, the oldest first.
    private readonly OrderedDictionary<string, KeptCommand> _ready = new(StringComparer.Ordinal);
    private bool _isOpen;
    private bool _isPrepared;
    private bool _isEnding;

    /// <summary>The commands that are ready to be asked again.</summary>
    internal IEnumerable<SqliteCommand> Kept => _ready.Values;

    public override ConnectionState State => _isOpen ? base.State : ConnectionState.Closed;

    public override void Open()
    {
        if (Handle is null)
        {
            base.Open();
        }

        _isOpen = true;
        if (!_isPrepared)
        {
            file.Prepare(this);

            // Otherwise SQLite plans anew whenever a value changes that it has looked at while planning, such as that of a LIMIT.
            _ = raw.sqlite3_db_config(Handle, raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _);
            _isPrepared = true;
        }
    }

    /// <summary>Ends a transaction that was left open, and nothing else.</summary>
    public override void Close()
    {
        if (_isEnding)
        {
            base.Close();
            return;
        }

        Transaction?.Dispose();
        _isOpen = false;
    }

    /// <summary>The same command, with what SQLite made of its SQL before.</summary>
    internal SqliteCommand Ready(SqliteCommand asked)
    {
        if (!_ready.Remove(asked.CommandText, out var ready))
        {
            ready = new KeptCommand { Connection = this, CommandText = asked.CommandText };
        }

        (ready.Transaction, ready.CommandTimeout, ready.IsOut) = (asked.Transaction, asked.CommandTimeout, true);
        foreach (SqliteParameter parameter in asked.Parameters)
        {
            ready.Parameters.Add(parameter);
        }

        asked.Dispose();
        return ready;
    }

    protected override void Dispose(bool disposing)
    {
        // What it keeps is disposed with it.
        (_isEnding, _isOpen) = (true, Handle is not null);
        base.Dispose(disposing);
        _ready.Clear();
    }

    private bool Keep(KeptCommand done)
    {
        if (!_ready.TryAdd(done.CommandText, done))
        {
            return false;
        }

        done.Parameters.Clear();
        done.Transaction = null;
        if (_ready.Count > MostStatements)
        {
            var oldest = _ready.GetAt(0).Value;
            _ready.RemoveAt(0);
            oldest.Forget();
        }

        return true;
    }

    private sealed class KeptCommand : SqliteCommand
    {
        private bool _isForgotten;

        /// <summary>Whether somebody uses it. To be done with it twice changes nothing.</summary>
        internal bool IsOut { get; set; }

        internal void Forget()
        {
            _isForgotten = true;
            Dispose();
        }

        protected override void Dispose(bool disposing)
        {
            if (!disposing || _isForgotten || Connection is not KeptConnection { _isEnding: false } connection)
            {
                base.Dispose(disposing);
            }
            else if (IsOut)
            {
                IsOut = false;
                if (!connection.Keep(this))
                {
                    Forget();
                }
            }
        }
    }
}
