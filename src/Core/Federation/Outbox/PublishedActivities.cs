using Microsoft.EntityFrameworkCore;

namespace PostMoney.Core.Federation.Outbox;

/// <summary>Activities of this node that everybody may read.</summary>
public sealed class PublishedActivities(PostMoneyDb db)
{
    /// <summary>One of them as it was sent; null where there is none, or it is not for everybody.</summary>
    public Task<byte[]?> FindAsync(Guid id, CancellationToken ct) => db.OutboxActivities.AsNoTracking()
        .Where(activity => activity.Id == id && activity.IsPublic)
        .Select(activity => activity.Document)
        .FirstOrDefaultAsync(ct);
}
