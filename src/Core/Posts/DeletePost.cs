using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Federation;
using PostMoney.Core.Foundation;
using PostMoney.Core.Media;

namespace PostMoney.Core.Posts;

/// <summary>A member takes back what they said. What it said is gone from this node, and other servers are told.</summary>
public sealed class DeletePost(PostMoneyDb db, LocalActors local, SendPost send, TimeProvider clock)
{
    /// <summary>Deletes it.</summary>
    public async Task<Result<Done>> ExecuteAsync(Viewer viewer, Guid postId, CancellationToken ct)
    {
        if (!await db.Posts.VisibleTo(viewer, db).AnyAsync(p => p.Id == postId, ct) || await local.MemberAsync(viewer.Id, ct) is not { } me)
        {
            return PostRefusals.NotFound;
        }

        await using var change = await db.BeginChangeAsync(ct);
        var post = await db.Posts.FirstOrDefaultAsync(p => p.Id == postId && p.DeletedAt == null, ct);
        if (post is null)
        {
            return PostRefusals.NotFound;
        }

        if (post.AuthorId != me.Id)
        {
            return PostRefusals.NotYours;
        }

        post.Delete(clock.GetUtcNow());
        await send.DeleteAsync(post, me, ct);
        await ForgetPost.WhatWasSaidAsync(db, post.Id, ct);
        await change.SaveAsync(ct);
        return Done.Value;
    }
}

/// <summary>What goes with a post.</summary>
internal static class ForgetPost
{
    internal static async Task WhatWasSaidAsync(PostMoneyDb db, Guid postId, CancellationToken ct)
    {
        await PutPhotos.RemoveOfPostAsync(db, postId, ct);
        await db.PostAttachments.Where(file => file.PostId == postId).ExecuteDeleteAsync(ct);
        await db.PostVersions.Where(version => version.PostId == postId).ExecuteDeleteAsync(ct);
        await db.PostTags.Where(tag => tag.PostId == postId).ExecuteDeleteAsync(ct);
        await db.Bookmarks.Where(bookmark => bookmark.PostId == postId).ExecuteDeleteAsync(ct);
        await db.PinnedPosts.Where(pin => pin.PostId == postId).ExecuteDeleteAsync(ct);
        await db.Reactions.Where(reaction => reaction.PostId == postId).ExecuteDeleteAsync(ct);
    }
}
