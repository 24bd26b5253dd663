using Microsoft.EntityFrameworkCore;

namespace PostMoney.Core.Grants;

/// <summary>Grants that have expired are forgotten after a day; the record of who opened what stays.</summary>
public sealed class ForgetGrants(PostMoneyDb db, TimeProvider clock)
{
    /// <summary>Forgets them.</summary>
    public async Task ExecuteAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow().AddDays(-1);
        await using var change = await db.BeginChangeAsync(ct);
        await db.KeyGrants.Where(grant => grant.ExpiresAt < before).ExecuteDeleteAsync(ct);
        await change.SaveAsync(ct);
    }
}
