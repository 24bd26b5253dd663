using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;

namespace PostMoney.Core.Grants;

/// <summary>Who has opened what, and when: for the owner, for whoever opened it, for auditors.</summary>
public sealed class Openings(PostMoneyDb db, AccessCheck access)
{
    /// <summary>Attempts on one item. Its owner and auditors read all of them; others read their own.</summary>
    public async Task<IReadOnlyList<Opening>> OfItemAsync(Viewer viewer, Guid itemId, CancellationToken ct)
    {
        var item = await db.Items.AsNoTracking().FirstOrDefaultAsync(i => i.Id == itemId, ct);
        if (item is null || !viewer.IsMember)
        {
            return [];
        }

        var decision = await access.CheckAsync(viewer, Permission.ReadOpenings, new Resource.OfItem(item.Id, item), ct);
        var me = viewer.Id;
        var attempts = db.GrantAttempts.AsNoTracking().Where(attempt => attempt.ItemId == itemId);
        return await ListAsync(decision.IsAllowed ? attempts : attempts.Where(attempt => attempt.MemberId == me), ct);
    }

    /// <summary>The newest attempts on anything, for auditors and stewards; empty for others.</summary>
    public async Task<IReadOnlyList<Opening>> NewestAsync(Viewer viewer, CancellationToken ct) =>
        (await access.CheckAsync(viewer, Permission.Audit, Resource.Node, ct)).IsAllowed
            ? await ListAsync(db.GrantAttempts.AsNoTracking(), ct)
            : [];

    private async Task<IReadOnlyList<Opening>> ListAsync(IQueryable<GrantAttempt> attempts, CancellationToken ct) => await attempts
        .OrderByDescending(attempt => attempt.Id)
        .Take(200)
        .Join(db.Members, attempt => attempt.MemberId, member => member.Id, (attempt, member) => new { attempt, member.DisplayName })
        .Join(db.Items, line => line.attempt.ItemId, item => item.Id, (line, item) => new { line.attempt, line.DisplayName, item.Title })
        .OrderByDescending(line => line.attempt.Id)
        .Select(line => new Opening(
            line.attempt.Id, line.attempt.At, line.DisplayName, line.attempt.ItemId, line.Title, line.attempt.Version, line.attempt.Allowed,
            line.attempt.Rule))
        .ToListAsync(ct);
}

/// <summary>One attempt to open a payload.</summary>
public sealed record Opening(
    Guid Id, DateTimeOffset At, string Who, Guid ItemId, string Title, int Version, bool Allowed, string Rule);
