using PostMoney.ActivityStreams.Http.Fetching;
using PostMoney.Core.Federation.Inbox;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Federation.Peers;

/// <summary>Somebody elsewhere says that something about them is different now.</summary>
/// <remarks>It is read at their own address: an old word of theirs that somebody passes on must not undo a newer one.</remarks>
public sealed class OnUpdateActor(RemoteActors actors) : IActivityHandler
{
    /// <inheritdoc />
    public async Task<Result<ApplyActivity>> CheckAsync(ReceivedActivity received, CancellationToken ct)
    {
        if (received.ObjectId is not { } id || !id.Equals(received.SenderId))
        {
            return FederationRefusals.NotTheirs;
        }

        var fetched = await actors.FetchAsync(id, new FetchBudget(), ct);
        return fetched.TryGet(out var read) ? new ApplyActivity(apply => actors.KeepAsync(read, apply)) : fetched.Refusal;
    }
}
