using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Federation.Inbox;
using PostMoney.Core.Federation.Outbox;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Operations;

/// <summary>A steward has tried again what was given up: what came in, or what is for one server.</summary>
public sealed class TryFederationAgain(PostMoneyDb db, AccessCheck access, TimeProvider clock)
{
    /// <summary>Has everything tried again that came in and could not be done.</summary>
    public async Task<Result<Done>> InboxAsync(Viewer viewer, CancellationToken ct)
    {
        var decision = await access.CheckAsync(viewer, Permission.Govern, Resource.Node, ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        await using var change = await db.BeginChangeAsync(ct);
        foreach (var item in await db.InboxItems.Where(i => i.State == InboxState.Dead).OrderBy(i => i.Id).Take(1_000).ToListAsync(ct))
        {
            item.TryAgain(clock.GetUtcNow());
        }

        await change.SaveAsync(ct);
        return Done.Value;
    }

    /// <summary>Has everything tried again that was given up for a host.</summary>
    public async Task<Result<Done>> ForHostAsync(Viewer viewer, string host, CancellationToken ct)
    {
        var decision = await access.CheckAsync(viewer, Permission.Govern, Resource.Node, ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        var now = clock.GetUtcNow();
        await using var change = await db.BeginChangeAsync(ct);
        foreach (var delivery in await db.Deliveries.Where(d => d.Host == host && d.State == DeliveryState.Dead).ToListAsync(ct))
        {
            delivery.TryAgain(now);
        }

        (await db.RemoteHosts.FindAsync([host], ct))?.Resume();
        await change.SaveAsync(ct);
        return Done.Value;
    }
}
