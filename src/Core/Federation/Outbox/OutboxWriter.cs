using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Vocabulary;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation.Peers;
using PostMoney.Core.Foundation;
using PostMoney.Core.Queue;
using PostMoney.Core.Sealing;
using Actor = PostMoney.Core.Actors.Actor;

namespace PostMoney.Core.Federation.Outbox;

/// <summary>Writes down what is to be sent, within the caller's change: it is sent if the change is saved, and not otherwise.</summary>
public sealed class OutboxWriter(
    PostMoneyDb db, ActorKeys keys, HostGate gate, NodeAddress address, WakeUp wake, NodeIds ids, TimeProvider clock)
{
    /// <summary>The context of proofs.</summary>
    internal const string ProofContext = "https://w3id.org/security/data-integrity/v2";

    /// <summary>Writes an activity and a line for each inbox, each inbox once.</summary>
    /// <param name="sender">An actor of this node.</param>
    /// <param name="activity">Without id, actor, context and proof.</param>
    /// <param name="to">Whom it is delivered to; those of this node and of servers that this one does not talk with are left out.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>The activity as it will be sent.</returns>
    public Task<OutboxActivity> AddAsync(Actor sender, Activity activity, IEnumerable<Actor> to, CancellationToken ct) =>
        AddAsync(sender, activity, to, isProved: true, ct);

    /// <summary>The same for what may stand beside no proof of ours: what others have written, with a context that redefines its words.</summary>
    internal async Task<OutboxActivity> AddAsync(Actor sender, Activity activity, IEnumerable<Actor> to, bool isProved, CancellationToken ct)
    {
        var id = ids.Next();
        var now = clock.GetUtcNow();
        var uri = address.OfActivity(id);
        var whole = activity with { Id = WebId.Parse(uri), Actor = ActivityObject.Reference(WebId.Parse(sender.Uri)) };
        var written = new OutboxActivity
        {
            Id = id,
            ActorId = sender.Id,
            Uri = uri,
            Type = whole.Type!,
            Subject = whole.IdOf("object")?.Value,
            Document = isProved
                ? await keys.SignDocumentAsync(sender.Id, sender.Uri, whole.WithContext(ProofContext).ToJson(), ct)
                : whole.WithContext().ToUtf8(),
            IsPublic = Audience.TryRead(whole.ToJson(), out var audience) && audience.IsPublic,
            At = now,
        };
        db.OutboxActivities.Add(written);
        await DeliverAsync(written, to, now, ct);
        return written;
    }

    /// <summary>The same document, signed on its own, as it is embedded in an activity: whoever gets it passed on can check it.</summary>
    public async Task<JsonElement> SignAsync(Actor sender, ActivityObject document, CancellationToken ct) =>
        JsonElement.Parse(await keys.SignDocumentAsync(sender.Id, sender.Uri, document.WithContext(ProofContext).ToJson(), ct));

    /// <summary>Everybody who follows an actor of this node.</summary>
    public Task<List<Actor>> FollowersAsync(Guid actorId, CancellationToken ct) => db.Follows.AsNoTracking()
        .Where(follow => follow.FollowedId == actorId && follow.State == FollowState.Accepted)
        .Join(db.Actors.AsNoTracking(), follow => follow.FollowerId, actor => actor.Id, (_, actor) => actor)
        .Where(actor => actor.State == ActorState.Active)
        .ToListAsync(ct);

    private async Task DeliverAsync(OutboxActivity written, IEnumerable<Actor> to, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var inbox in to.Where(actor => !actor.IsLocal && actor.Standing != Standing.Suspended).Select(actor => actor.DeliverTo).Distinct(StringComparer.Ordinal))
        {
            if (!WebId.TryParse(inbox, out var read) || address.IsOurs(read) || !await gate.IsOpenAsync(read, ct))
            {
                continue;
            }

            db.Deliveries.Add(new Delivery
            {
                Id = ids.Next(),
                ActivityId = written.Id,
                Inbox = inbox,
                Host = NodeAddress.HostOf(read),
                DueAt = now,
                CreatedAt = now,
            });
            wake.Ring(WakeUp.Outbox);
        }
    }
}
