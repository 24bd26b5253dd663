using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Http;
using PostMoney.ActivityStreams.Http.Signatures;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation.Peers;
using PostMoney.Core.Foundation;
using PostMoney.Core.Queue;

namespace PostMoney.Core.Federation.Inbox;

/// <summary>Takes an activity in: who sent it is found out, it is stored once, and what it asks for is done later.</summary>
/// <remarks>ActivityPub §7. Whatever is not accepted leaves the database as it was.</remarks>
public sealed class ReceiveActivity(
    PostMoneyDb db, VerifySender verify, RemoteActors actors, HostGate gate, FederationSettings settings, NodeAddress address, WakeUp wake,
    NodeIds ids, TimeProvider clock)
{
    /// <summary>Takes it in.</summary>
    /// <param name="request">As it came, with its whole body.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>What to answer.</returns>
    public async Task<InboxAnswer> ExecuteAsync(HttpMessage request, CancellationToken ct)
    {
        if (await settings.ModeAsync(ct) == FederationMode.Local)
        {
            return InboxAnswer.NotFound;
        }

        if (Envelope.Read(request.Body.Span, out var envelope) is { } unreadable)
        {
            return unreadable;
        }

        if (address.IsOurs(envelope.ActorId) || IsOurIdTaken(envelope))
        {
            return InboxAnswer.OurId;
        }

        if (envelope.Id.Origin != envelope.ActorId.Origin && !address.IsOurs(envelope.Id))
        {
            return InboxAnswer.OtherOrigin;
        }

        if (!await gate.IsOpenAsync(envelope.ActorId, ct))
        {
            return InboxAnswer.HostClosed;
        }

        // Who was never met leaves nothing behind, and their key is gone with them (security case F-20).
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(envelope.Id.Value));
        if (envelope.IsFarewell && await actors.FindAsync(envelope.ActorId.Value, ct) is null)
        {
            return InboxAnswer.Accepted;
        }

        var (sender, answer, scheme) = await verify.ExecuteAsync(request, envelope, ct);
        return sender is null ? answer! : await StoreAsync(envelope, sender, scheme, hash, request.Body, ct);
    }

    // Some servers give the Undo of a follow an id on the receiver's host. It has no effect but the sender's own.
    private bool IsOurIdTaken(Envelope envelope) => address.IsOurs(envelope.Id) && envelope.Type != "Undo";

    private async Task<InboxAnswer> StoreAsync(
        Envelope envelope, Actor sender, SignatureScheme? scheme, byte[] hash, ReadOnlyMemory<byte> body, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(ct);
        if (await db.InboxItems.AnyAsync(item => item.UriHash == hash, ct))
        {
            return InboxAnswer.Accepted;
        }

        var now = clock.GetUtcNow();
        var kept = await actors.KeepAsync(sender, ct);
        await MeetAsync(kept.Host, scheme, now, ct);
        db.InboxItems.Add(new InboxItem
        {
            Id = ids.Next(),
            UriHash = hash,
            ActorId = kept.Id,
            Type = envelope.Type,
            DueAt = now,
            ReceivedAt = now,
        }.With(body.ToArray()));
        await change.SaveAsync(ct);
        wake.Ring(WakeUp.Inbox);
        return InboxAnswer.Accepted;
    }

    // Who signs by RFC 9421 understands it. Some answer 202 to it and drop what they got, so that nothing less tells.
    private async Task MeetAsync(string host, SignatureScheme? scheme, DateTimeOffset now, CancellationToken ct)
    {
        var met = await db.RemoteHosts.FindAsync([host], ct);
        if (met is null)
        {
            db.RemoteHosts.Add(met = new RemoteHost { Host = host, FirstSeenAt = now });
        }

        met.Scheme = scheme ?? met.Scheme;
    }
}
