using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;

namespace PostMoney.Core.Grants;

/// <summary>Who has opened what, and when: for the owner, for whoever opened it, for auditors.</summary>
public sealed class Openings(PostMoneyDb db, AccessCheck access, TimeProvider clock)
{
    /// <summary>Attempts on a page of the audit.</summary>
    public const int PageSize = 100;

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

    /// <summary>The viewer's own newest attempt on an item, or an empty id. A form that names it can be sent once.</summary>
    public async Task<Guid> NewestOwnAsync(Viewer viewer, Guid itemId, CancellationToken ct)
    {
        var me = viewer.Id;
        return await db.GrantAttempts.AsNoTracking().Where(attempt => attempt.ItemId == itemId && attempt.MemberId == me)
            .OrderByDescending(attempt => attempt.Id)
            .Select(attempt => attempt.Id)
            .FirstOrDefaultAsync(ct);
    }

    /// <summary>The newest attempts on anything before one of them, for auditors and stewards; null for others.</summary>
    public async Task<IReadOnlyList<Opening>?> NewestAsync(Viewer viewer, Guid? before, CancellationToken ct) =>
        (await access.CheckAsync(viewer, Permission.Audit, Resource.Node, ct)).IsAllowed
            ? await Audited(viewer, db.GrantAttempts.Where(attempt => before == null || attempt.Id.CompareTo(before.Value) < 0)
                    .OrderByDescending(attempt => attempt.Id)
                    .Take(PageSize))
                .ToListAsync(ct)
            : null;

    /// <summary>Every attempt in order, for auditors and stewards; null for others.</summary>
    public async Task<IAsyncEnumerable<Opening>?> AllAsync(Viewer viewer, CancellationToken ct) =>
        (await access.CheckAsync(viewer, Permission.Audit, Resource.Node, ct)).IsAllowed
            ? Audited(viewer, db.GrantAttempts.OrderBy(attempt => attempt.Id)).AsAsyncEnumerable()
            : null;

    // Who audits sees that something was opened, and its title only where they may see the item anyway.
    private IQueryable<Opening> Audited(Viewer viewer, IQueryable<GrantAttempt> attempts)
    {
        var visible = db.Items.VisibleTo(viewer, db, clock.GetUtcNow());
        return attempts.AsNoTracking().Select(attempt => new Opening(
            attempt.Id, attempt.At,
            db.Members.Where(member => member.Id == attempt.MemberId).Select(member => member.DisplayName).FirstOrDefault() ?? "A former member",
            attempt.ItemId, visible.Where(item => item.Id == attempt.ItemId).Select(item => item.Title).FirstOrDefault(), attempt.Version,
            attempt.Allowed, attempt.Rule));
    }

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

/// <summary>One attempt to open a payload; without a title where the item is not for whoever reads this.</summary>
public sealed record Opening(
    Guid Id, DateTimeOffset At, string Who, Guid ItemId, string? Title, int Version, bool Allowed, string Rule);
