using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Vocabulary;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation.Outbox;
using PostMoney.Core.Posts.PassingOn;
using Actor = PostMoney.Core.Actors.Actor;

namespace PostMoney.Core.Posts;

/// <summary>Tells other servers of a post of this node, within the caller's change. What is for the node or a group is told to nobody.</summary>
public sealed class SendPost(PostMoneyDb db, OutboxWriter outbox, PassOnInGroups groups, NodeAddress address)
{
    /// <summary>It was published.</summary>
    internal Task CreateAsync(Post post, Actor author, PostParts parts, CancellationToken ct) => SendAsync("Create", post, author, parts, ct);

    /// <summary>It says something else now.</summary>
    internal async Task UpdateAsync(Post post, Actor author, CancellationToken ct) =>
        await SendAsync("Update", post, author, await PartsAsync(post.Id, ct), ct);

    /// <summary>It was deleted.</summary>
    internal async Task DeleteAsync(Post post, Actor author, CancellationToken ct)
    {
        if (Stays(post))
        {
            return;
        }

        var mentioned = await MentionedAsync(post.Id, ct);
        var (to, cc) = NoteDocument.Audience(post, author, mentioned);
        var activity = new Activity { Type = "Delete", Object = NoteDocument.Tombstone(post), To = to, Cc = cc };
        var sent = await outbox.AddAsync(author, activity, await ReceiversAsync(post, author, mentioned, ct), ct);
        await groups.ChangedAsync(post, author, JsonElement.Parse(sent.Document), ct);
    }

    /// <summary>The document of a post as other servers read it.</summary>
    public async Task<JsonElement> DocumentAsync(Post post, Actor author, CancellationToken ct) => post.DeletedAt is not null
        ? NoteDocument.Tombstone(post).WithContext().ToJson()
        : await outbox.SignAsync(author, NoteDocument.Write(post, author, await PartsAsync(post.Id, ct), address), ct);

    private async Task SendAsync(string type, Post post, Actor author, PostParts parts, CancellationToken ct)
    {
        if (Stays(post))
        {
            return;
        }

        var note = NoteDocument.Write(post, author, parts, address);
        var signed = await outbox.SignAsync(author, note, ct);
        var activity = new Activity { Type = type, Published = post.EditedAt ?? post.PublishedAt, To = note.To, Cc = note.Cc, AudienceIds = note.AudienceIds };
        var sent = await outbox.AddAsync(author, activity.With("object", signed).As<Activity>(), await ReceiversAsync(post, author, parts.Mentioned, ct), ct);
        var written = JsonElement.Parse(sent.Document);
        await (type == "Create" ? groups.CreatedAsync(post, author, written, ct) : groups.ChangedAsync(post, author, written, ct));
    }

    private async Task<IEnumerable<Actor>> ReceiversAsync(Post post, Actor author, IReadOnlyCollection<Actor> mentioned, CancellationToken ct) =>
        post.Visibility == PostVisibility.Direct ? mentioned : mentioned.Concat(await outbox.FollowersAsync(author.Id, ct));

    private Task<List<Actor>> MentionedAsync(Guid postId, CancellationToken ct) => db.PostReaders.AsNoTracking()
        .Where(reader => reader.PostId == postId)
        .Join(db.Actors.AsNoTracking(), reader => reader.ActorId, actor => actor.Id, (_, actor) => actor)
        .ToListAsync(ct);

    private async Task<PostParts> PartsAsync(Guid postId, CancellationToken ct) => new(
        await MentionedAsync(postId, ct),
        await db.PostTags.AsNoTracking().Where(tag => tag.PostId == postId).Select(tag => tag.Tag).ToListAsync(ct),
        await db.Photos.AsNoTracking().Where(photo => photo.PostId == postId).OrderBy(photo => photo.Position).ToListAsync(ct));

    // A post from before the node had its place on the fediverse has no id that others could use.
    private bool Stays(Post post) => !address.IsKnown || !address.IsOurs(post.Uri) || post.Visibility is PostVisibility.Node or PostVisibility.Group;
}
