using System.Collections.Concurrent;

namespace PostMoney.Core.Federation.Peers;

/// <summary>Keeps strangers from making this node fetch again and again: what failed is not asked for again for a while, nor one host too often.</summary>
/// <remarks>Security cases S-21 and S-22. In memory: after a restart everybody may be asked again. One for the whole process.</remarks>
public sealed class FetchLimits(TimeProvider clock)
{
    /// <summary>How long something that was not there is taken to be not there.</summary>
    public static readonly TimeSpan Missing = TimeSpan.FromMinutes(10);

    /// <summary>How long a key that was read again is not read again.</summary>
    public static readonly TimeSpan Refreshed = TimeSpan.FromMinutes(5);

    /// <summary>Most keys that strangers' requests may make this node fetch from one host in a minute.</summary>
    public const int MostOfHost = 5;

    /// <summary>Most servers of one domain that were never met and are asked in an hour.</summary>
    public const int MostNewOfDomain = 10;

    private const int MostRemembered = 20_000;

    private readonly ConcurrentDictionary<string, DateTimeOffset> _until = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<(string Host, long Minute), int> _fetches = new();

    private readonly ConcurrentDictionary<(string Domain, long Hour), ConcurrentDictionary<string, bool>> _met = new();

    /// <summary>Whether a host may be asked for a key once more in this minute.</summary>
    public bool MayFetchFrom(string host)
    {
        var minute = clock.GetUtcNow().ToUnixTimeSeconds() / 60;
        if (_fetches.Count > MostRemembered)
        {
            Forget(_fetches, key => key.Minute < minute);
        }

        return _fetches.AddOrUpdate((host, minute), 1, (_, count) => count + 1) <= MostOfHost;
    }

    /// <summary>Whether a server may be asked that was never met. Two labels make a domain here: some large ones are counted as one.</summary>
    public bool MayMeet(string host)
    {
        var hour = clock.GetUtcNow().ToUnixTimeSeconds() / 3_600;
        if (_met.Count > MostRemembered)
        {
            Forget(_met, key => key.Hour < hour);
        }

        var name = host.Split(':')[0];
        var hosts = _met.GetOrAdd((string.Join('.', name.Split('.').TakeLast(2)), hour), _ => new(StringComparer.Ordinal));
        return hosts.ContainsKey(name) || (hosts.Count < MostNewOfDomain && hosts.TryAdd(name, true));
    }

    /// <summary>Whether it was found missing a short while ago.</summary>
    public bool IsMissing(string uri) => IsNoted("missing " + uri);

    /// <summary>It is not there, or not as it should be.</summary>
    public void NoteMissing(string uri) => Note("missing " + uri, Missing);

    /// <summary>Whether it may be read again because its key did not fit; says yes once in a while.</summary>
    public bool MayRefresh(string uri)
    {
        if (IsNoted("fresh " + uri))
        {
            return false;
        }

        Note("fresh " + uri, Refreshed);
        return true;
    }

    private bool IsNoted(string what) => _until.TryGetValue(what, out var until) && until > clock.GetUtcNow();

    private void Note(string what, TimeSpan length)
    {
        var now = clock.GetUtcNow();
        if (_until.Count > MostRemembered)
        {
            Forget(_until, key => _until.TryGetValue(key, out var until) && until <= now);
        }

        _until[what] = now + length;
    }

    // What is full of things that still count is emptied: remembering less costs a fetch, remembering all costs the machine.
    private static void Forget<TKey, TValue>(ConcurrentDictionary<TKey, TValue> dictionary, Func<TKey, bool> isOver)
        where TKey : notnull
    {
        foreach (var key in dictionary.Keys.Where(isOver))
        {
            dictionary.TryRemove(key, out _);
        }

        if (dictionary.Count > MostRemembered)
        {
            dictionary.Clear();
        }
    }
}
