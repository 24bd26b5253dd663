using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Federation;
using PostMoney.Core.Federation.Inbox;
using PostMoney.Core.Foundation;
using PostMoney.Core.Posts.PassingOn;

namespace PostMoney.Core.Posts;

/// <summary>Somebody elsewhere changes what they said. Whose it is, is read from what is stored (security case O-08).</summary>
public sealed class OnUpdatePost(PostMoneyDb db, TakeInPost takeIn, PassOnInGroups groups) : IActivityHandler
{
    /// <inheritdoc />
    public async Task<Result<ApplyActivity>> CheckAsync(ReceivedActivity received, CancellationToken ct)
    {
        var uri = received.ObjectId?.Value;
        var known = await db.Posts.AsNoTracking().FirstOrDefaultAsync(post => post.Uri == uri && post.DeletedAt == null, ct);
        if (known is null)
        {
            return FederationRefusals.Unknown;
        }

        if (known.AuthorId != received.Sender.Id)
        {
            return FederationRefusals.NotTheirs;
        }

        var read = await takeIn.ReadAsync(received, ct);
        return read.TryGet(out var post) && post.Author.Uri == received.Sender.Uri
            ? new ApplyActivity(async apply =>
            {
                await ApplyAsync(known.Id, post, received.ReceivedAt, apply);
                await groups.ChangedAsync(known, received.Sender, received.Raw, apply);
            })
            : FederationRefusals.NotUnderstood;
    }

    /// <summary>Has the post say what was read now, within the caller's change; what is older than what it says changes nothing.</summary>
    internal async Task ApplyAsync(Guid id, ReadPost read, DateTimeOffset at, CancellationToken ct)
    {
        var post = await db.Posts.FirstAsync(p => p.Id == id, ct);
        if (post.DeletedAt is not null || (read.Updated < post.EditedAt))
        {
            return;
        }

        var files = await db.PostAttachments.AsNoTracking().Where(file => file.PostId == post.Id).OrderBy(file => file.Position).ToListAsync(ct);
        if (post.Content == read.Content && post.Warning == read.Warning && post.Title == read.Title
            && files.Select(file => new ReadAttachment(file.Kind, file.Address, file.Name)).SequenceEqual(read.Attachments))
        {
            return;
        }

        post.Title = read.Title;
        var before = post.Change(read.Warning, read.Content, source: null, read.Updated < at ? read.Updated.Value : at);
        if (before.Version < Post.MostVersions)
        {
            db.PostVersions.Add(before);
        }

        await db.PostAttachments.Where(file => file.PostId == post.Id).ExecuteDeleteAsync(ct);
        db.PostAttachments.AddRange(read.Attachments.Select((file, index) => file.Of(post.Id, index)));
        await db.PostTags.Where(tag => tag.PostId == post.Id).ExecuteDeleteAsync(ct);
        db.PostTags.AddRange(read.Tags.Select(tag => new PostTag { Tag = tag, PostId = post.Id }));
    }
}
