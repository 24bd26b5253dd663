using PostMoney.Core.Relations;

namespace PostMoney.Core.Access;

/// <summary>The rule of <see cref="Permission.See"/> as a query, so that lists never load what they may not show.</summary>
public static class VisibleItems
{
    /// <summary>Those that the viewer may see.</summary>
    public static IQueryable<T> VisibleTo<T>(this IQueryable<T> items, Viewer viewer, PostMoneyDb db, DateTimeOffset now)
        where T : class, IHasAudience
    {
        if (!viewer.IsMember)
        {
            return items.Where(item => item.Visibility == Visibility.Public);
        }

        var me = viewer.Id;
        var stewarded = viewer.StewardedGroupIds;
        if (viewer.IsSteward)
        {
            return items.Where(item => item.Visibility != Visibility.Direct
                || item.AuthorId == me
                || db.Relations.Any(r => r.SubjectId == me && r.Name == RelationNames.Reader && r.ObjectType == ObjectTypes.Item
                    && r.ObjectId == item.Id && r.FromAt <= now && (r.ToAt == null || r.ToAt > now)));
        }

        var groups = viewer.GroupIds.Concat(stewarded).ToArray();
        return items.Where(item => item.Visibility == Visibility.Public
            || item.Visibility == Visibility.Node
            || item.AuthorId == me
            || (item.Visibility == Visibility.Group && groups.Contains(item.GroupId!.Value))
            || (item.Visibility == Visibility.Direct
                && (stewarded.Contains(item.AuthorId)
                    || db.Relations.Any(r => r.SubjectId == me && r.Name == RelationNames.Reader && r.ObjectType == ObjectTypes.Item
                        && r.ObjectId == item.Id && r.FromAt <= now && (r.ToAt == null || r.ToAt > now)))));
    }
}
