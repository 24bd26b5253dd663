using PostMoney.Core.Access;
using PostMoney.Core.Actors;

namespace PostMoney.Core.Posts;

/// <summary>Who may see which post, as a query, so that nothing is loaded that may not be shown.</summary>
public static class VisiblePosts
{
    /// <summary>Those that somebody may see who visits this node.</summary>
    public static IQueryable<Post> VisibleTo(this IQueryable<Post> posts, Viewer viewer, PostMoneyDb db)
    {
        var suspended = db.Suspended();
        var alive = posts.Where(post => post.DeletedAt == null && !suspended.Any(actor => actor.Id == post.AuthorId));
        if (!viewer.IsMember)
        {
            return alive.Where(post => post.Visibility == PostVisibility.Public || post.Visibility == PostVisibility.Unlisted);
        }

        var me = viewer.Id;
        var avoided = db.AvoidedBy(me);
        var groups = viewer.GroupIds.Concat(viewer.StewardedGroupIds).ToArray();
        return alive.Where(post => !avoided.Contains(post.AuthorId)).Where(post => post.Visibility == PostVisibility.Public
            || post.Visibility == PostVisibility.Unlisted
            || post.Visibility == PostVisibility.Node
            || (post.Visibility == PostVisibility.Group && groups.Contains(post.GroupId!.Value))
            || db.Actors.Any(actor => actor.Id == post.AuthorId && actor.LocalId == me)
            || db.PostReaders.Any(reader => reader.PostId == post.Id && db.Actors.Any(actor => actor.Id == reader.ActorId && actor.LocalId == me))
            || (post.Visibility == PostVisibility.Followers && db.Follows.Any(follow => follow.FollowedId == post.AuthorId
                && follow.State == FollowState.Accepted && db.Actors.Any(actor => actor.Id == follow.FollowerId && actor.LocalId == me))));
    }

    /// <summary>Those that somebody elsewhere may read, who has signed for it; null is anybody.</summary>
    public static IQueryable<Post> VisibleTo(this IQueryable<Post> posts, Guid? readerId, PostMoneyDb db)
    {
        var suspended = db.Suspended();
        return posts
            .Where(post => post.IsLocal && !suspended.Any(actor => actor.Id == post.AuthorId)
                && !db.Blocks.Any(block => block.ActorId == post.AuthorId && block.TargetId == readerId && block.Kind == BlockKind.Block))
            .Where(post => post.Visibility == PostVisibility.Public || post.Visibility == PostVisibility.Unlisted
                || (readerId != null && post.Visibility == PostVisibility.Direct
                    && db.PostReaders.Any(reader => reader.PostId == post.Id && reader.ActorId == readerId))
                || (readerId != null && post.Visibility == PostVisibility.Followers
                    && (db.PostReaders.Any(reader => reader.PostId == post.Id && reader.ActorId == readerId)
                        || db.Follows.Any(follow => follow.FollowedId == post.AuthorId && follow.FollowerId == readerId && follow.State == FollowState.Accepted))));
    }
}
