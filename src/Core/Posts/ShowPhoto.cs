using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;

namespace PostMoney.Core.Posts;

/// <summary>The bytes of a photo, for those who may see the post that it belongs to. To all others there is no such photo.</summary>
public sealed class ShowPhoto(PostMoneyDb db)
{
    /// <summary>For somebody who visits this node.</summary>
    public Task<ShownPhoto?> ToVisitorAsync(Viewer viewer, Guid photoId, bool isSmall, CancellationToken ct) =>
        FindAsync(db.Posts.VisibleTo(viewer, db), photoId, isSmall, ct);

    /// <summary>For another server, which has signed for one of its people.</summary>
    public Task<ShownPhoto?> ToServerAsync(Guid readerId, Guid photoId, bool isSmall, CancellationToken ct) =>
        FindAsync(db.Posts.VisibleTo(readerId, db).Where(post => post.DeletedAt == null), photoId, isSmall, ct);

    private async Task<ShownPhoto?> FindAsync(IQueryable<Post> visible, Guid photoId, bool isSmall, CancellationToken ct)
    {
        var visibility = await visible.AsNoTracking()
            .Where(post => db.Photos.Any(photo => photo.Id == photoId && photo.PostId == post.Id))
            .Select(post => (PostVisibility?)post.Visibility)
            .FirstOrDefaultAsync(ct);
        if (visibility is null)
        {
            return null;
        }

        var files = db.PhotoFiles.AsNoTracking().Where(file => file.PhotoId == photoId);
        var bytes = await (isSmall ? files.OrderBy(file => file.Width) : files.OrderByDescending(file => file.Width)).Select(file => file.Bytes).FirstOrDefaultAsync(ct);
        return bytes is null ? null : new ShownPhoto(bytes, visibility is PostVisibility.Public or PostVisibility.Unlisted);
    }
}

/// <summary>A photo as it is sent to somebody.</summary>
/// <param name="Bytes">WebP.</param>
/// <param name="IsForEverybody">Whether anybody on the way may keep it for a while.</param>
public sealed record ShownPhoto(byte[] Bytes, bool IsForEverybody);
