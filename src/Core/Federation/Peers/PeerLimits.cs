using System.Collections.Concurrent;

namespace PostMoney.Core.Federation.Peers;

/// <summary>How much one server may send: 20 activities a second, and 100 at once after a pause.</summary>
/// <remarks>
/// Security case F-26. What counts is what a server has signed, so that nobody uses up another's share. In memory: after a restart
/// everybody begins anew. One for the whole process.
/// </remarks>
public sealed class PeerLimits(TimeProvider clock)
{
    /// <summary>Activities of one server in a second.</summary>
    public const int EachSecond = 20;

    /// <summary>Activities of one server at once, after it sent nothing for five seconds.</summary>
    public const int AtOnce = 100;

    private const int MostRemembered = 20_000;

    private readonly ConcurrentDictionary<string, Share> _shares = new(StringComparer.Ordinal);

    /// <summary>Whether a server has used up its share for now. Asked before anything is checked, since a check costs more than an answer.</summary>
    public bool IsOver(string host) => _shares.TryGetValue(host, out var share) && share.Left(clock.GetUtcNow()) < 1;

    /// <summary>Takes one activity from a server's share.</summary>
    /// <returns>False where nothing is left of it.</returns>
    public bool TryTake(string host)
    {
        if (_shares.Count > MostRemembered)
        {
            Forget();
        }

        var now = clock.GetUtcNow();
        return _shares.GetOrAdd(host, _ => new Share(now)).TryTake(now);
    }

    // A share that is whole again is as good as none. Where too many are not, all begin anew: a machine has less room than the world has names.
    private void Forget()
    {
        var now = clock.GetUtcNow();
        foreach (var (host, share) in _shares)
        {
            if (share.Left(now) >= AtOnce)
            {
                _shares.TryRemove(host, out _);
            }
        }

        if (_shares.Count > MostRemembered)
        {
            _shares.Clear();
        }
    }

    private sealed class Share(DateTimeOffset at)
    {
        private readonly Lock _lock = new();
        private double _left = AtOnce;
        private DateTimeOffset _at = at;

        // A clock that was set back gives nothing, and counts from where it is.
        internal double Left(DateTimeOffset now)
        {
            lock (_lock)
            {
                return Math.Min(AtOnce, _left + Math.Max(0, (now - _at).TotalSeconds * EachSecond));
            }
        }

        internal bool TryTake(DateTimeOffset now)
        {
            lock (_lock)
            {
                (_left, _at) = (Left(now), now);
                if (_left < 1)
                {
                    return false;
                }

                _left--;
                return true;
            }
        }
    }
}
