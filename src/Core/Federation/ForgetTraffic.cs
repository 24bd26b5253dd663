using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Federation.Inbox;
using PostMoney.Core.Federation.Outbox;

namespace PostMoney.Core.Federation;

/// <summary>What went between servers is forgotten after 30 days, but for what is still read: some rows at a time, so that nobody waits long.</summary>
/// <remarks>
/// Of what came in, the hash of the id stays, so that nothing is done twice. Of what went out, what everybody may read stays, since
/// outboxes show it and proposals look back at it; and likes stay, since taking one back names it.
/// </remarks>
public sealed class ForgetTraffic(PostMoneyDb db, TimeProvider clock)
{
    /// <summary>How long what is done with is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Rows of one change.</summary>
    public const int AtOnce = 500;

    /// <summary>Forgets it.</summary>
    public async Task ExecuteAsync(CancellationToken ct)
    {
        // Ids tell when a row was made, and no index is needed but theirs.
        var before = Guid.CreateVersion7(clock.GetUtcNow() - Kept);
        await RepeatAsync(() => ForgetIncomingAsync(before, ct));
        await RepeatAsync(() => ForgetDeliveriesAsync(before, ct));
        await RepeatAsync(() => ForgetOutgoingAsync(before, ct));
    }

    private static async Task RepeatAsync(Func<Task<int>> forget)
    {
        while (await forget() == AtOnce)
        {
        }
    }

    private async Task<int> ForgetIncomingAsync(Guid before, CancellationToken ct)
    {
        var old = db.InboxItems.Where(item => item.Id.CompareTo(before) < 0 && item.State != InboxState.Waiting).OrderBy(item => item.Id);
        if (!await old.AnyAsync(ct))
        {
            return 0;
        }

        await using var change = await db.BeginChangeAsync(ct);
        var gone = await old.Select(item => new { item.Id, item.UriHash }).Take(AtOnce).ToListAsync(ct);
        var ids = gone.ConvertAll(item => item.Id);
        await db.InboxItems.Where(item => ids.Contains(item.Id)).ExecuteDeleteAsync(ct);
        db.SeenActivities.AddRange(gone.Select(item => new SeenActivity { UriHash = item.UriHash }));
        await change.SaveAsync(ct);
        db.ChangeTracker.Clear();
        return gone.Count;
    }

    private async Task<int> ForgetDeliveriesAsync(Guid before, CancellationToken ct)
    {
        var old = db.Deliveries.Where(delivery => delivery.Id.CompareTo(before) < 0 && delivery.State != DeliveryState.Waiting)
            .OrderBy(delivery => delivery.Id).Select(delivery => delivery.Id);
        if (!await old.AnyAsync(ct))
        {
            return 0;
        }

        await using var change = await db.BeginChangeAsync(ct);
        var gone = await old.Take(AtOnce).ToListAsync(ct);
        await db.Deliveries.Where(delivery => gone.Contains(delivery.Id)).ExecuteDeleteAsync(ct);
        await change.SaveAsync(ct);
        return gone.Count;
    }

    private async Task<int> ForgetOutgoingAsync(Guid before, CancellationToken ct)
    {
        var old = db.OutboxActivities
            .Where(sent => !sent.IsPublic && sent.Type != "Like" && sent.Id.CompareTo(before) < 0 && !db.Deliveries.Any(delivery => delivery.ActivityId == sent.Id))
            .OrderBy(sent => sent.Id).Select(sent => sent.Id);
        if (!await old.AnyAsync(ct))
        {
            return 0;
        }

        await using var change = await db.BeginChangeAsync(ct);
        var gone = await old.Take(AtOnce).ToListAsync(ct);
        await db.OutboxActivities.Where(sent => gone.Contains(sent.Id)).ExecuteDeleteAsync(ct);
        await change.SaveAsync(ct);
        return gone.Count;
    }
}
