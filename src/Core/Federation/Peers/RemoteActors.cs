using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Http.Fetching;
using PostMoney.ActivityStreams.Origins;
using PostMoney.Core.Actors;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Federation.Peers;

/// <summary>Those elsewhere: as they are stored, or as they say themselves at this moment.</summary>
public sealed class RemoteActors(PostMoneyDb db, FetchDocument fetch, NodeIds ids, NodeAddress address, TimeProvider clock)
{
    /// <summary>How old what is stored may be before it is read again at the next occasion.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    private static readonly Func<PostMoneyDb, string, CancellationToken, Task<Actor?>> _find = EF.CompileAsyncQuery(
        (PostMoneyDb db, string uri, CancellationToken _) => db.Actors.AsNoTracking().FirstOrDefault(actor => actor.Uri == uri));

    /// <summary>An actor that was met before, or null. Actors of this node are found too.</summary>
    public Task<Actor?> FindAsync(string uri, CancellationToken ct) => _find(db, uri, ct);

    /// <summary>Reads an actor from their own address. Nothing is stored: see <see cref="KeepAsync"/>.</summary>
    public async Task<Result<Actor>> FetchAsync(WebId id, FetchBudget budget, CancellationToken ct)
    {
        if (address.IsOurs(id))
        {
            return FederationRefusals.NotActor;
        }

        var fetched = await fetch.ExecuteAsync(id, budget, ct);
        if (!fetched.TryGet(out var document))
        {
            return fetched.Refusal;
        }

        var read = ActorReader.Read(document, ids.Next(), clock.GetUtcNow());
        if (read.TryGet(out var actor))
        {
            // What stewards have decided stands here and not in what somebody says of themselves.
            actor.Standing = await db.Actors.Where(stored => stored.Uri == actor.Uri).Select(stored => stored.Standing).FirstOrDefaultAsync(ct);
        }

        return read;
    }

    /// <summary>An actor that was met before, or else as they say themselves; within the caller's change they can be kept.</summary>
    public async Task<Result<Actor>> FindOrFetchAsync(WebId id, FetchBudget budget, CancellationToken ct)
    {
        var stored = await FindAsync(id.Value, ct);
        if (stored is not null && (stored.IsLocal || stored.FetchedAt > clock.GetUtcNow() - Fresh))
        {
            return stored;
        }

        var fetched = await FetchAsync(id, budget, ct);
        return fetched.IsGranted || stored is null ? fetched : stored;
    }

    /// <summary>Keeps what was read, within the caller's change.</summary>
    /// <returns>The actor as stored from now on.</returns>
    public async Task<Actor> KeepAsync(Actor read, CancellationToken ct)
    {
        var stored = db.Actors.Local.FirstOrDefault(actor => actor.Uri == read.Uri)
            ?? await db.Actors.FirstOrDefaultAsync(actor => actor.Uri == read.Uri, ct);
        if (stored is null)
        {
            read.MovedTo = await ConfirmedAsync(read, ct);
            db.Actors.Add(read);
            return read;
        }

        if (stored.IsLocal || read.FetchedAt <= stored.FetchedAt)
        {
            return stored;
        }

        (stored.Kind, stored.Handle, stored.Name, stored.Summary, stored.Page) = (read.Kind, read.Handle, read.Name, read.Summary, read.Page);
        (stored.Inbox, stored.SharedInbox, stored.Outbox, stored.Followers) = (read.Inbox, read.SharedInbox, read.Outbox, read.Followers);
        (stored.AlsoKnownAs, stored.Passports, stored.MovedTo) = (read.AlsoKnownAs, read.Passports, await ConfirmedAsync(read, ct));
        (stored.Featured, stored.Fields, stored.Keys, stored.FetchedAt) = (read.Featured, read.Fields, read.Keys, read.FetchedAt);
        return stored;
    }

    // Somebody may say that they have moved to anybody; it counts where the other one is known to say the same (security case S-36).
    private async Task<string?> ConfirmedAsync(Actor read, CancellationToken ct) =>
        read.MovedTo is { } target
        && await db.Actors.AsNoTracking().FirstOrDefaultAsync(actor => actor.Uri == target, ct) is { } other
        && other.Claims(read.Uri)
            ? target
            : null;
}
