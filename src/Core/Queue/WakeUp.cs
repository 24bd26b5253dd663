using System.Collections.Concurrent;
using PostMoney.Core.Storage;

namespace PostMoney.Core.Queue;

/// <summary>Tells a worker that there is something to do, so that it need not look all the time. One for the whole process.</summary>
/// <remarks>A ring that nobody hears is not lost, and several are one. Who never hears one looks by itself now and then.</remarks>
public sealed class WakeUp(WriteGate gate)
{
    /// <summary>Something came in from another server.</summary>
    public const string Inbox = "inbox";

    /// <summary>Something is to be sent to other servers.</summary>
    public const string Outbox = "outbox";

    /// <summary>Conversations are to be read at other servers.</summary>
    public const string Threads = "threads";

    /// <summary>Pages that members link to are to be looked at.</summary>
    public const string Links = "links";

    /// <summary>Lists of followers are to be compared with those of other servers.</summary>
    public const string Followers = "followers";

    private readonly ConcurrentDictionary<string, SemaphoreSlim> _bells = new(StringComparer.Ordinal);

    /// <summary>There is something to do.</summary>
    public void Ring(string what)
    {
        var bell = Bell(what);
        lock (bell)
        {
            if (bell.CurrentCount == 0)
            {
                bell.Release();
            }
        }
    }

    /// <summary>Waits until there is, but no longer than this; and then for the change in which it was rung, which may not be saved yet.</summary>
    public async Task WaitAsync(string what, TimeSpan atMost, CancellationToken ct)
    {
        if (await Bell(what).WaitAsync(atMost, ct))
        {
            await gate.EnterAsync(ct);
            gate.Leave();
        }
    }

    private SemaphoreSlim Bell(string what) => _bells.GetOrAdd(what, _ => new SemaphoreSlim(0));
}
