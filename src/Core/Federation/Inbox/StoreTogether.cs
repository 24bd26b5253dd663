using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PostMoney.Core.Federation.Peers;
using PostMoney.Core.Foundation;
using PostMoney.Core.Queue;

namespace PostMoney.Core.Federation.Inbox;

/// <summary>Stores activities that were found to be their senders': all that wait by one change, and each is answered when that change is on disk.</summary>
/// <remarks>
/// A change waits for the disk once, however much is in it. Whoever comes while nobody stores does it, for all that wait by then, and
/// hands on to the first of those who came meanwhile. One for the whole process; what waits is bounded in number and in bytes.
/// </remarks>
public sealed class StoreTogether(IServiceScopeFactory scopes, WakeUp wake)
{
    /// <summary>Most activities that wait; who comes then is asked to come again.</summary>
    public const int MostWaiting = 1_000;

    /// <summary>Most bytes of activities that wait.</summary>
    public const int MostWaitingBytes = 16 * 1024 * 1024;

    /// <summary>Most activities of one change.</summary>
    public const int AtOnce = 200;

    private readonly Lock _lock = new();
    private readonly Queue<Waiting> _waiting = new();
    private int _bytes;
    private bool _isStoring;

    /// <summary>Stores one, with others or alone.</summary>
    /// <returns>Accepted once it is on disk, by this change or an earlier one; busy where too much waits.</returns>
    internal async Task<InboxAnswer> ExecuteAsync(Letter letter)
    {
        var mine = new Waiting(letter);
        if (!TryQueue(mine, out var isMyTurn))
        {
            return InboxAnswer.Busy;
        }

        if (isMyTurn || await mine.Told.Task == Word.YourTurn)
        {
            await StoreAsync();
        }

        return mine.Fault is null ? InboxAnswer.Accepted : throw new InvalidOperationException("An activity could not be stored.", mine.Fault);
    }

    private bool TryQueue(Waiting one, out bool isMyTurn)
    {
        lock (_lock)
        {
            isMyTurn = !_isStoring;
            if (_waiting.Count >= MostWaiting || _bytes + one.Letter.Body.Length > MostWaitingBytes)
            {
                return false;
            }

            _isStoring = true;
            _bytes += one.Letter.Body.Length;
            _waiting.Enqueue(one);
            return true;
        }
    }

    // Nobody's leaving stops it: others wait for the same change.
    private async Task StoreAsync()
    {
        var together = Take();
        try
        {
            await SaveAsync(together);
        }
        catch (Exception) when (together.Count > 1)
        {
            // One of them may be why: each gets a change of its own, so that nobody suffers from another's.
            foreach (var one in together)
            {
                await SaveAloneAsync(one);
            }
        }
        catch (Exception fault)
        {
            together[0].Fault = fault;
        }

        HandOn();
        together.ForEach(one => one.Told.TrySetResult(Word.Stored));
    }

    private async Task SaveAloneAsync(Waiting one)
    {
        try
        {
            await SaveAsync([one]);
        }
        catch (Exception fault)
        {
            one.Fault = fault;
        }
    }

    private List<Waiting> Take()
    {
        lock (_lock)
        {
            var taken = new List<Waiting>(Math.Min(_waiting.Count, AtOnce));
            while (taken.Count < AtOnce && _waiting.TryDequeue(out var one))
            {
                taken.Add(one);
                _bytes -= one.Letter.Body.Length;
            }

            return taken;
        }
    }

    private void HandOn()
    {
        lock (_lock)
        {
            _isStoring = _waiting.TryPeek(out var next);
            next?.Told.TrySetResult(Word.YourTurn);
        }
    }

    private async Task SaveAsync(List<Waiting> together)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<OneChange>().ExecuteAsync(together.ConvertAll(one => one.Letter)))
        {
            wake.Ring(WakeUp.Inbox);
        }
    }

    private enum Word
    {
        YourTurn,
        Stored,
    }

    private sealed class Waiting(Letter letter)
    {
        internal Letter Letter { get; } = letter;

        internal TaskCompletionSource<Word> Told { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal Exception? Fault { get; set; }
    }

    /// <summary>The change that stores some.</summary>
    internal sealed class OneChange(PostMoneyDb db, RemoteActors actors, NodeIds ids, TimeProvider clock)
    {
        /// <returns>Whether anything was new.</returns>
        internal async Task<bool> ExecuteAsync(IReadOnlyList<Letter> letters)
        {
            await using var change = await db.BeginChangeAsync(CancellationToken.None);
            var fresh = await UnseenAsync(letters);
            if (fresh.Count == 0)
            {
                return false;
            }

            var now = clock.GetUtcNow();
            var senders = await SendersAsync(fresh);
            foreach (var letter in fresh)
            {
                db.InboxItems.Add(new InboxItem
                {
                    Id = ids.Next(),
                    UriHash = letter.UriHash,
                    ActorId = senders[letter.Sender.Uri],
                    Type = letter.Type,
                    DueAt = now,
                    ReceivedAt = now,
                }.With(letter.Body));
            }

            await MeetAsync(fresh, now);
            await change.SaveAsync(CancellationToken.None);
            return true;
        }

        private async Task<List<Letter>> UnseenAsync(IReadOnlyList<Letter> letters)
        {
            var hashes = letters.Select(letter => letter.UriHash).ToList();
            var known = await db.InboxItems.Where(item => hashes.Contains(item.UriHash)).Select(item => item.UriHash)
                .Concat(db.SeenActivities.Where(seen => hashes.Contains(seen.UriHash)).Select(seen => seen.UriHash))
                .ToListAsync();
            var seen = known.ConvertAll(Convert.ToHexString).ToHashSet(StringComparer.Ordinal);
            return [.. letters.Where(letter => seen.Add(Convert.ToHexString(letter.UriHash)))];
        }

        // What was read just now is kept; what came from the database needs no second look.
        private async Task<Dictionary<string, Guid>> SendersAsync(List<Letter> letters)
        {
            var claimed = letters.Select(letter => letter.Sender.Id).Distinct().ToList();
            var stored = (await db.Actors.Where(actor => claimed.Contains(actor.Id)).Select(actor => actor.Id).ToListAsync()).ToHashSet();
            var found = new Dictionary<string, Guid>(StringComparer.Ordinal);
            foreach (var sender in letters.Select(letter => letter.Sender))
            {
                if (stored.Contains(sender.Id))
                {
                    found.TryAdd(sender.Uri, sender.Id);
                }
                else
                {
                    found[sender.Uri] = (await actors.KeepAsync(sender, CancellationToken.None)).Id;
                }
            }

            return found;
        }

        // Who signs by RFC 9421 understands it. Some answer 202 to it and drop what they got, so that nothing less tells.
        private async Task MeetAsync(List<Letter> letters, DateTimeOffset now)
        {
            var names = letters.Select(letter => letter.Sender.Host).Distinct().ToList();
            var met = await db.RemoteHosts.Where(host => names.Contains(host.Host)).ToDictionaryAsync(host => host.Host, StringComparer.Ordinal);
            foreach (var letter in letters)
            {
                if (!met.TryGetValue(letter.Sender.Host, out var host))
                {
                    met[letter.Sender.Host] = host = new RemoteHost { Host = letter.Sender.Host, FirstSeenAt = now };
                    db.RemoteHosts.Add(host);
                }

                host.Scheme = letter.Scheme ?? host.Scheme;
            }
        }
    }
}
