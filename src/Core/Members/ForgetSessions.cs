using Microsoft.EntityFrameworkCore;

namespace PostMoney.Core.Members;

/// <summary>Sessions and challenges that are over are forgotten.</summary>
public sealed class ForgetSessions(PostMoneyDb db, TimeProvider clock)
{
    /// <summary>Forgets them.</summary>
    public async Task ExecuteAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var change = await db.BeginChangeAsync(ct);
        await db.Sessions.Where(session => session.ExpiresAt <= now).ExecuteDeleteAsync(ct);
        await db.Challenges.Where(challenge => challenge.ExpiresAt <= now).ExecuteDeleteAsync(ct);
        await change.SaveAsync(ct);
    }
}
