using System.Collections.Concurrent;

namespace PostMoney.Core.Storage;

/// <summary>Connections that are kept open between questions: as many as can be busy at once. More are opened where more are asked for, and closed again.</summary>
internal sealed class KeptConnections(DatabaseFile file) : IDisposable
{
    // One for each processor and two for what waits: SQLite works on the thread that asks.
    private static readonly int _most = Environment.ProcessorCount + 2;

    // The last one that was handed back is the first to be taken: what it has read is still at hand.
    private readonly ConcurrentStack<KeptConnection> _free = new();
    private bool _isOver;

    public void Dispose()
    {
        _isOver = true;
        while (_free.TryPop(out var connection))
        {
            connection.Dispose();
        }
    }

    internal KeptConnection Take() => _free.TryPop(out var free) ? free : new KeptConnection(file);

    internal void GiveBack(KeptConnection connection)
    {
        connection.Close();
        if (_isOver || _free.Count >= _most)
        {
            connection.Dispose();
        }
        else
        {
            _free.Push(connection);
        }
    }
}
