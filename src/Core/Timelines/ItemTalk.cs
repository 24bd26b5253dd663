using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Posts;

namespace PostMoney.Core.Timelines;

/// <summary>Where people talk about a need or an offer: the post that says the same in words, with what answers it.</summary>
public sealed class ItemTalk(PostMoneyDb db)
{
    /// <summary>The conversation as far as the viewer may see it; null where there is none, as for what is not for everybody.</summary>
    public async Task<TalkLink?> FindAsync(Viewer viewer, Guid itemId, CancellationToken ct)
    {
        var shown = db.Posts.AsNoTracking().VisibleTo(viewer, db);
        var post = await shown.Where(p => p.ItemId == itemId && p.ReplyToUri == null).Select(p => new { p.Id, p.ThreadId }).FirstOrDefaultAsync(ct);
        return post is null ? null : new TalkLink(post.Id, await shown.CountAsync(p => p.ThreadId == post.ThreadId && p.Id != post.Id, ct));
    }
}

/// <summary>A conversation about an item.</summary>
/// <param name="PostId">The post that it begins with.</param>
/// <param name="Answers">How much was said in it.</param>
public sealed record TalkLink(Guid PostId, int Answers);
