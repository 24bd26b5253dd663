using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;

namespace PostMoney.Core.Notifications;

/// <summary>A member's notifications.</summary>
public sealed class NotificationList(PostMoneyDb db, TimeProvider clock)
{
    private static readonly Func<PostMoneyDb, Guid, Task<int>> _unread = EF.CompileAsyncQuery(
        (PostMoneyDb db, Guid me) => db.Notifications.Count(n => n.MemberId == me && n.ReadAt == null));

    /// <summary>The newest, unread ones and read ones alike.</summary>
    public async Task<IReadOnlyList<Notification>> NewestAsync(Viewer viewer, int count, CancellationToken ct)
    {
        var me = viewer.Id;
        return await db.Notifications.AsNoTracking()
            .Where(n => n.MemberId == me)
            .OrderByDescending(n => n.Id)
            .Take(count)
            .ToListAsync(ct);
    }

    /// <summary>How many are unread.</summary>
    public Task<int> CountUnreadAsync(Viewer viewer) => _unread(db, viewer.Id);

    /// <summary>Marks all as read.</summary>
    public async Task MarkAllReadAsync(Viewer viewer, CancellationToken ct)
    {
        var me = viewer.Id;
        var now = clock.GetUtcNow();
        await using var change = await db.BeginChangeAsync(ct);
        await db.Notifications.Where(n => n.MemberId == me && n.ReadAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(n => n.ReadAt, now), ct);
        await change.SaveAsync(ct);
    }
}
