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
        var all = viewer.IsSteward;
        Guid[] own = [me, .. viewer.StewardedGroupIds];
        var groups = viewer.GroupIds.Concat(viewer.StewardedGroupIds).ToArray();
        return items.Where(item => item.Visibility == Visibility.Public
            || item.Visibility == Visibility.Node
            || own.Contains(item.AuthorId)
            || (item.Visibility == Visibility.Group && (all || groups.Contains(item.GroupId!.Value)))
            || (item.Visibility == Visibility.Direct
                && db.Relations.Any(r => own.Contains(r.SubjectId) && r.Name == RelationNames.Reader && r.ObjectType == ObjectTypes.Item
                    && r.ObjectId == item.Id && r.FromAt <= now && (r.ToAt == null || r.ToAt > now))));
    }
}
