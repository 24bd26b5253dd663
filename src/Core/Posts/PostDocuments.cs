using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace PostMoney.Core.Posts;

/// <summary>Posts of this node as other servers read them, each only by whom it is for.</summary>
public sealed class PostDocuments(PostMoneyDb db, SendPost send)
{
    /// <summary>One of them; null where there is none, or it is not for this reader.</summary>
    /// <param name="id">Which.</param>
    /// <param name="readerId">The actor that has signed for it, or null.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>The document, and whether the post was deleted.</returns>
    public async Task<(JsonElement Document, bool IsDeleted)?> FindAsync(Guid id, Guid? readerId, CancellationToken ct)
    {
        var post = await db.Posts.AsNoTracking().Where(p => p.Id == id).VisibleTo(readerId, db).FirstOrDefaultAsync(ct);
        if (post is null)
        {
            return null;
        }

        var author = await db.Actors.AsNoTracking().FirstAsync(actor => actor.Id == post.AuthorId, ct);
        return (await send.DocumentAsync(post, author, ct), post.DeletedAt is not null);
    }
}
