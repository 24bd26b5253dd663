using System.Collections.Concurrent;
using PostMoney.Core.Queue;

namespace PostMoney.Core.Federation.Followers;

/// <summary>What senders have said lately of who follows them from here, until it is compared. Of one sender the newest counts.</summary>
/// <remarks>In memory, and bounded: what is lost is said again with the next delivery. One for the whole process.</remarks>
public sealed class ClaimedFollowers(WakeUp wake, TimeProvider clock)
{
    /// <summary>How long a sender's list is not asked for again.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>Most that wait.</summary>
    public const int MostWaiting = 1_000;

    private readonly ConcurrentDictionary<string, FollowersClaim> _waiting = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _asked = new(StringComparer.Ordinal);

    /// <summary>Somebody has said so.</summary>
    internal void Note(FollowersClaim claim)
    {
        if (_waiting.Count < MostWaiting && !(_asked.TryGetValue(claim.ActorUri, out var at) && at > clock.GetUtcNow() - Pause))
        {
            _waiting[claim.ActorUri] = claim;
            wake.Ring(WakeUp.Followers);
        }
    }

    /// <summary>Takes one that waits.</summary>
    internal FollowersClaim? Take() => _waiting.Keys.FirstOrDefault() is { } uri && _waiting.TryRemove(uri, out var claim) ? claim : null;

    /// <summary>A sender's list is asked for now.</summary>
    internal void NoteAsked(string actorUri)
    {
        var now = clock.GetUtcNow();
        if (_asked.Count > MostWaiting * 10)
        {
            foreach (var (uri, _) in _asked.Where(entry => entry.Value <= now - Pause))
            {
                _asked.TryRemove(uri, out _);
            }
        }

        _asked[actorUri] = now;
    }
}
