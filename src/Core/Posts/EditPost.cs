using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation;
using PostMoney.Core.Foundation;
using PostMoney.Core.Media;

namespace PostMoney.Core.Posts;

/// <summary>A member changes what they said. What it said before can still be read by those who may see the post.</summary>
public sealed class EditPost(PostMoneyDb db, LocalActors local, SendPost send, PutPhotos photos, NodeAddress address, TimeProvider clock)
{
    /// <summary>Changes text and warning; who is mentioned, who may see it and its photos stay.</summary>
    public Task<Result<Done>> ExecuteAsync(Viewer viewer, Guid postId, string text, string warning, CancellationToken ct) =>
        ExecuteAsync(viewer, postId, text, warning, [], ct);

    /// <summary>Changes text, warning and photos; who is mentioned and who may see it stay.</summary>
    public async Task<Result<Done>> ExecuteAsync(
        Viewer viewer, Guid postId, string text, string warning, IReadOnlyList<PhotoSlot> said, CancellationToken ct)
    {
        if (new PostForm(text, PostVisibility.Public, warning).Problems(viewer) is { Count: > 0 } problems)
        {
            return problems;
        }

        if (!await db.Posts.VisibleTo(viewer, db).AnyAsync(p => p.Id == postId, ct) || await local.MemberAsync(viewer.Id, ct) is not { } me)
        {
            return PostRefusals.NotFound;
        }

        if (!(await photos.ReadAsync(said, ct)).TryGet(out var slots, out var unread))
        {
            return unread;
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

        var mentioned = await db.PostReaders.Where(reader => reader.PostId == post.Id)
            .Join(db.Actors, reader => reader.ActorId, actor => actor.Id, (_, actor) => actor)
            .ToListAsync(ct);
        var pages = mentioned.SelectMany(actor => new[] { KeyValuePair.Create(actor.Address[1..], actor.Page), KeyValuePair.Create(actor.Handle, actor.Page) })
            .DistinctBy(entry => entry.Key, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(StringComparer.OrdinalIgnoreCase);
        var before = post.Change(
            warning.Trim(), PostText.ToHtml(text, pages, address.OfTag), text, clock.GetUtcNow());
        if (before.Version < Post.MostVersions)
        {
            db.PostVersions.Add(before);
        }

        await db.PostTags.Where(tag => tag.PostId == post.Id).ExecuteDeleteAsync(ct);
        db.PostTags.AddRange(PostText.Tags(text).Select(tag => new PostTag { Tag = tag, PostId = post.Id }));
        if (!(await photos.WithinChangeAsync(viewer.Id, post.Id, slots, ct)).TryGet(out _, out var refused))
        {
            return refused;
        }

        await db.SaveChangesAsync(ct);
        await send.UpdateAsync(post, me, ct);
        await change.SaveAsync(ct);
        return Done.Value;
    }
}
