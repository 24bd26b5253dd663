using System.Security.Cryptography;
using System.Text;
using PostMoney.ActivityStreams.Http;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation.Followers;
using PostMoney.Core.Federation.Peers;
using PostMoney.Core.Storage;

namespace PostMoney.Core.Federation.Inbox;

/// <summary>Takes an activity in: who sent it is found out, it is stored once, and what it asks for is done later.</summary>
/// <remarks>ActivityPub §7. Whatever is not accepted leaves the database as it was.</remarks>
public sealed class ReceiveActivity(
    VerifySender verify, StoreTogether store, RemoteActors actors, HostGate gate, PeerLimits limits, FederationSettings settings,
    ClaimedFollowers claimed, NodeAddress address, HeldConnection connection)
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

        var (isOpen, stored) = await LookUpAsync(envelope, ct);
        if (!isOpen)
        {
            return InboxAnswer.HostClosed;
        }

        // Who was never met leaves nothing behind, and their key is gone with them (security case F-20).
        if (envelope.IsFarewell && stored is null)
        {
            return InboxAnswer.Accepted;
        }

        // Before the check, which costs more than an answer; only what was checked is counted.
        if (limits.IsOver(NodeAddress.HostOf(envelope.ActorId)))
        {
            return InboxAnswer.TooMany;
        }

        var (sender, answer) = await verify.ExecuteAsync(request, envelope, stored, ct);
        if (sender is null)
        {
            return answer!;
        }

        if (!limits.TryTake(sender.Carrier))
        {
            return InboxAnswer.TooMany;
        }

        var stands = await store.ExecuteAsync(new Letter(
            SHA256.HashData(Encoding.UTF8.GetBytes(envelope.Id.Value)), envelope.Type, sender.Actor, sender.Scheme, request.Body.ToArray()));
        if (stands == InboxAnswer.Accepted && FollowersClaim.Read(request, sender.Actor, sender.Covered) is { } claim)
        {
            claimed.Note(claim);
        }

        return stands;
    }

    private async Task<(bool IsOpen, Actor? Sender)> LookUpAsync(Envelope envelope, CancellationToken ct)
    {
        await using var held = await connection.HoldAsync(ct);
        return await gate.IsOpenAsync(envelope.ActorId, ct) ? (true, await actors.FindAsync(envelope.ActorId.Value, ct)) : (false, null);
    }

    // Some servers give the Undo of a follow an id on the receiver's host. It has no effect but the sender's own.
    private bool IsOurIdTaken(Envelope envelope) => address.IsOurs(envelope.Id) && envelope.Type != "Undo";
}
