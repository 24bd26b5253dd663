using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Log;

namespace PostMoney.Core.Items;

/// <summary>Items whose window is over leave the timeline, a few hundred at a time.</summary>
public sealed class ExpireItems(PostMoneyDb db, AuditLog log, TimeProvider clock)
{
    private const int AtOnce = 200;

    /// <summary>Expires what is over.</summary>
    /// <returns>How many.</returns>
    public async Task<int> ExecuteAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (!await db.Items.AnyAsync(item => item.State == ItemState.Open && item.WindowTo <= now, ct))
        {
            return 0;
        }

        await using var change = await db.BeginChangeAsync(ct);
        var over = await db.Items.Where(item => item.State == ItemState.Open && item.WindowTo <= now)
            .OrderBy(item => item.WindowTo)
            .Take(AtOnce)
            .ToListAsync(ct);
        foreach (var item in over)
        {
            item.Expire(now);
            await log.AppendAsync("item.expired", "node", $"item:{item.Id:D}", null, ct);
        }

        await change.SaveAsync(ct);
        return over.Count;
    }
}
