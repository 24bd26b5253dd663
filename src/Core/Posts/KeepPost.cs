using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Posts;

/// <summary>A member keeps a post for later, or keeps it no more.</summary>
public sealed class KeepPost(PostMoneyDb db, TimeProvider clock)
{
    /// <summary>Keeps it. Doing it twice changes nothing.</summary>
    public async Task<Result<Done>> ExecuteAsync(Viewer viewer, Guid postId, CancellationToken ct)
    {
        var me = viewer.Id;
        await using var change = await db.BeginChangeAsync(ct);
        if (!await db.Posts.VisibleTo(viewer, db).AnyAsync(post => post.Id == postId, ct))
        {
            return PostRefusals.NotFound;
        }

        if (!await db.Bookmarks.AnyAsync(kept => kept.MemberId == me && kept.PostId == postId, ct))
        {
            db.Bookmarks.Add(new Bookmark { MemberId = me, PostId = postId, At = clock.GetUtcNow() });
            await change.SaveAsync(ct);
        }

        return Done.Value;
    }

    /// <summary>Keeps it no more.</summary>
    public async Task<Result<Done>> UndoAsync(Viewer viewer, Guid postId, CancellationToken ct)
    {
        var me = viewer.Id;
        await using var change = await db.BeginChangeAsync(ct);
        await db.Bookmarks.Where(kept => kept.MemberId == me && kept.PostId == postId).ExecuteDeleteAsync(ct);
        await change.SaveAsync(ct);
        return Done.Value;
    }
}
