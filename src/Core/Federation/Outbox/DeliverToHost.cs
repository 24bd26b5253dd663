using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Http.Fetching;
using PostMoney.ActivityStreams.Http.Signatures;
using PostMoney.ActivityStreams.Vocabulary;
using PostMoney.Core.Federation.Followers;
using PostMoney.Core.Federation.Peers;
using PostMoney.Core.Foundation;
using PostMoney.Core.Sealing;
using Actor = PostMoney.Core.Actors.Actor;

namespace PostMoney.Core.Federation.Outbox;

/// <summary>Delivers to one host, one after the other, until it fails or has all that is due now; then writes down how it went, at once.</summary>
internal sealed class DeliverToHost(
    PostMoneyDb db, GuardedClient client, ActorKeys keys, HostGate gate, FollowersOfHost followers, Randomness randomness, TimeProvider clock)
{
    internal async Task<int> ExecuteAsync(string host, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var due = await db.Deliveries.AsNoTracking()
            .Where(delivery => delivery.Host == host && delivery.State == DeliveryState.Waiting && delivery.DueAt <= now)
            .OrderBy(delivery => delivery.Id)
            .Take(DeliverDue.OfOneHost)
            .Select(delivery => new Due(delivery.Id, delivery.Inbox, delivery.ActivityId))
            .ToListAsync(ct);
        var scheme = await db.RemoteHosts.AsNoTracking().Where(known => known.Host == host)
            .Select(known => (SignatureScheme?)known.Scheme).FirstOrDefaultAsync(ct) ?? SignatureScheme.Cavage;
        var isOpen = await gate.IsOpenAsync(host, ct);
        var went = new List<(Guid Id, DeliveryResult Result)>();
        foreach (var delivery in due)
        {
            var (result, understood) = isOpen ? await SendAsync(delivery, host, scheme, ct) : (new DeliveryResult.Refused(null, null), scheme);
            scheme = understood;
            went.Add((delivery.Id, result));
            if (result is DeliveryResult.RetryLater)
            {
                break;
            }
        }

        await NoteAsync(host, scheme, went, ct);
        return went.Count;
    }

    // 401 may mean that the other scheme is wanted. It is tried at once, and only once: nothing was applied (security case S-37).
    private async Task<(DeliveryResult Result, SignatureScheme Scheme)> SendAsync(Due delivery, string host, SignatureScheme scheme, CancellationToken ct)
    {
        var activity = await db.OutboxActivities.AsNoTracking()
            .Where(written => written.Id == delivery.ActivityId)
            .Join(db.Actors.AsNoTracking(), written => written.ActorId, actor => actor.Id, (written, actor) => new { written.Document, actor })
            .FirstAsync(ct);
        var actor = activity.actor;
        if (!Uri.TryCreate(delivery.Inbox, UriKind.Absolute, out var inbox))
        {
            return (new DeliveryResult.Refused(null, FetchProblem.Address), scheme);
        }

        var headers = await HeadersAsync(actor, activity.Document, host, ct);
        var result = await client.DeliverAsync(inbox, activity.Document, await keys.SignerAsync(actor.Id, actor.Uri, scheme, ct), headers, ct);
        if (result is not DeliveryResult.Refused { Status: 401 })
        {
            return (result, scheme);
        }

        var other = scheme == SignatureScheme.Cavage ? SignatureScheme.Rfc9421 : SignatureScheme.Cavage;
        var again = await client.DeliverAsync(inbox, activity.Document, await keys.SignerAsync(actor.Id, actor.Uri, other, ct), headers, ct);
        return again is DeliveryResult.Delivered ? (again, other) : (result, scheme);
    }

    // FEP-8fcf: with what is for followers goes who follows from there, as a digest, so that the other server sees where it is wrong.
    private async Task<IReadOnlyList<KeyValuePair<string, string>>> HeadersAsync(Actor sender, byte[] document, string host, CancellationToken ct)
    {
        if (!ActivityObject.TryRead(JsonElement.Parse(document), out var activity) || sender.Followers is not { } all
            || !activity.To.Concat(activity.Cc).Contains(all, StringComparer.Ordinal)
            || await followers.IdsAsync(sender.Id, host, ct) is not { } ids)
        {
            return [];
        }

        return [KeyValuePair.Create(FollowersClaim.Header, FollowersClaim.Write(sender, FollowersDigest.Of(ids)))];
    }

    private async Task NoteAsync(string name, SignatureScheme scheme, List<(Guid Id, DeliveryResult Result)> went, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(ct);
        var now = clock.GetUtcNow();
        var host = await db.RemoteHosts.FindAsync([name], ct);
        if (host is null)
        {
            db.RemoteHosts.Add(host = new RemoteHost { Host = name, FirstSeenAt = now });
        }

        host.Scheme = scheme;
        var ids = went.Select(line => line.Id).ToList();
        var deliveries = await db.Deliveries.Where(delivery => ids.Contains(delivery.Id)).ToDictionaryAsync(delivery => delivery.Id, ct);
        foreach (var (id, result) in went)
        {
            Note(deliveries[id], host, result, now);
        }

        await change.SaveAsync(ct);
    }

    private void Note(Delivery delivery, RemoteHost host, DeliveryResult result, DateTimeOffset now)
    {
        switch (result)
        {
            case DeliveryResult.Delivered:
                delivery.Arrived(now);
                host.Answered(now);
                break;
            case DeliveryResult.Gone:
                delivery.Refused("410", now);
                host.Answered(now);
                break;
            case DeliveryResult.RetryLater later:
                delivery.Failed(Code(later.Status, later.Problem), later.NotBefore, randomness.Bytes(1)[0] / 255.0, now);
                host.Failed(now);
                break;
            case DeliveryResult.Refused refused:
                delivery.Refused(Code(refused.Status, refused.Problem), now);
                break;
        }
    }

    private static string Code(int? status, FetchProblem? problem) =>
        status?.ToString(CultureInfo.InvariantCulture) ?? problem?.Code ?? "host.closed";

    private sealed record Due(Guid Id, string Inbox, Guid ActivityId);
}
