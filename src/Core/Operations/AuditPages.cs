using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Log;

namespace PostMoney.Core.Operations;

/// <summary>The log as auditors and stewards read it.</summary>
public sealed class AuditPages(PostMoneyDb db, AccessCheck access, AuditLog log)
{
    /// <summary>Lines on a page.</summary>
    public const int PageSize = 100;

    /// <summary>The newest lines before a position, or null for those who may not read it.</summary>
    public async Task<IReadOnlyList<AuditLine>?> PageAsync(Viewer viewer, long? before, CancellationToken ct) =>
        (await access.CheckAsync(viewer, Permission.Audit, Resource.Node, ct)).IsAllowed
            ? await db.LogEntries.AsNoTracking()
                .Where(entry => before == null || entry.Position < before)
                .OrderByDescending(entry => entry.Position)
                .Take(PageSize)
                .Select(entry => new AuditLine(
                    entry, db.Members.Where(member => member.Did == entry.Actor).Select(member => member.DisplayName).FirstOrDefault()))
                .ToListAsync(ct)
            : null;

    /// <summary>Every line in order, or null for those who may not read it.</summary>
    public async Task<IAsyncEnumerable<LogEntry>?> AllAsync(Viewer viewer, CancellationToken ct) =>
        (await access.CheckAsync(viewer, Permission.Audit, Resource.Node, ct)).IsAllowed
            ? db.LogEntries.AsNoTracking().OrderBy(entry => entry.Position).AsAsyncEnumerable()
            : null;

    /// <summary>The first position that does not fit, 0 when all fit, or null for those who may not ask.</summary>
    public async Task<long?> CheckChainAsync(Viewer viewer, CancellationToken ct) =>
        (await access.CheckAsync(viewer, Permission.Audit, Resource.Node, ct)).IsAllowed
            ? await log.FindBreakAsync(ct) ?? 0
            : null;
}

/// <summary>A line of the log.</summary>
/// <param name="Entry">As it is chained.</param>
/// <param name="ActorName">What the member is called whose passport acted; null for the node and for those who are not known here.</param>
public sealed record AuditLine(LogEntry Entry, string? ActorName);
