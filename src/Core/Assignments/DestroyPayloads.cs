using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Items;
using PostMoney.Core.Log;

namespace PostMoney.Core.Assignments;

/// <summary>
/// Destroys keys and ciphertexts of items whose window is over, for good, as withdrawing does; a few hundred at a time. Where a
/// permit that is held or active still lasts, they stay until it ends.
/// </summary>
public sealed class DestroyPayloads(PostMoneyDb db, TakeInItem takeIn, AuditLog log, TimeProvider clock)
{
    private const int AtOnce = 200;

    /// <summary>Destroys what nobody has a right to any more.</summary>
    /// <returns>Of how many items.</returns>
    public async Task<int> ExecuteAsync(CancellationToken ct)
    {
        if (!await Over().AnyAsync(ct))
        {
            return 0;
        }

        await using var change = await db.BeginChangeAsync(ct);
        var over = await Over().OrderBy(item => item.WindowTo).Take(AtOnce).ToListAsync(ct);
        foreach (var item in over)
        {
            item.SealedNames = "";
            await takeIn.DestroyPayloadAsync(item.Id, ct);
            await log.AppendAsync("item.payload-destroyed", "node", $"item:{item.Id:D}", null, ct);
        }

        await change.SaveAsync(ct);
        return over.Count;
    }

    private IQueryable<Item> Over()
    {
        var now = clock.GetUtcNow();
        return db.Items.Where(item => item.State != ItemState.Open && item.WindowTo <= now && item.SealedNames != ""
            && !db.Assignments.Any(permit => (permit.NeedId == item.Id || permit.OfferId == item.Id)
                && (permit.State == AssignmentState.Held || permit.State == AssignmentState.Active) && permit.WindowTo > now));
    }
}
