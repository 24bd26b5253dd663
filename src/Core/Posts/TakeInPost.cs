using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Http.Fetching;
using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Vocabulary;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation;
using PostMoney.Core.Federation.Documents;
using PostMoney.Core.Federation.Inbox;
using PostMoney.Core.Federation.Peers;
using PostMoney.Core.Foundation;
using Actor = PostMoney.Core.Actors.Actor;

namespace PostMoney.Core.Posts;

/// <summary>What somebody elsewhere says, on its way in: whose it is, whom it is for, and what of it can be shown.</summary>
/// <remarks>Its words are shown as its author meant them; where this node has no such feature, it can only be read.</remarks>
public sealed class TakeInPost(PostMoneyDb db, RemoteActors actors, FetchDocument fetch, NodeAddress address, NodeIds ids, TimeProvider clock)
{
    private const int LongestTitle = 512;

    private static readonly HashSet<string> _kinds = new(StringComparer.Ordinal)
    {
        "Note", "Article", "Page", "Question", "Event", "Image", "Video", "Audio", "Document",
    };

    /// <summary>Whether something of this type is taken in as a post.</summary>
    public static bool Understands(string? type) => type is not null && _kinds.Contains(type);

    /// <summary>Reads the object of an activity: as it is embedded where that may be believed, and from its own address otherwise.</summary>
    internal async Task<Result<ReadPost>> ReadAsync(ReceivedActivity received, CancellationToken ct)
    {
        var document = received.Activity.Get("object");
        return document.ValueKind == JsonValueKind.Object
            && DocumentOwner.Of(document) is DocumentOwner.Owned owned
            && owned.Owner.Equals(received.SenderId)
            && WhoMaySpeak.MayBelieveEmbedded(new DocumentOwner.Owned(received.Id, received.SenderId), document)
                ? Read(document, owned, received.Sender)
                : received.ObjectId is { } id ? await FetchAsync(id, new FetchBudget(), ct) : FederationRefusals.NotUnderstood;
    }

    /// <summary>Reads a post from its own address, with its author.</summary>
    internal async Task<Result<ReadPost>> FetchAsync(WebId id, FetchBudget budget, CancellationToken ct)
    {
        if (address.IsOurs(id))
        {
            return FederationRefusals.Unknown;
        }

        var fetched = await fetch.ExecuteAsync(id, budget, ct);
        if (!fetched.TryGet(out var found))
        {
            return fetched.Refusal;
        }

        if (DocumentOwner.Of(found.Plain) is not DocumentOwner.Owned owned || owned.Owner.Equals(owned.Id))
        {
            return FederationRefusals.NotUnderstood;
        }

        var author = await actors.FindOrFetchAsync(owned.Owner, budget, ct);
        if (!author.TryGet(out var actor))
        {
            return author.Refusal;
        }

        return actor.Standing == Standing.Suspended ? FederationRefusals.NotTheirs : Read(found.Plain, owned, actor);
    }

    /// <summary>Keeps a post that was read, within the caller's change. One that is known already stays as it is.</summary>
    internal async Task<Post> KeepAsync(ReadPost read, CancellationToken ct)
    {
        if (await db.Posts.FirstOrDefaultAsync(post => post.Uri == read.Id.Value, ct) is { } known)
        {
            return known;
        }

        var author = await actors.KeepAsync(read.Author, ct);
        var answered = read.ReplyTo is { } uri ? await db.Posts.AsNoTracking().FirstOrDefaultAsync(post => post.Uri == uri, ct) : null;
        var id = ids.Next();
        var now = clock.GetUtcNow();
        var post = new Post
        {
            Id = id,
            Uri = read.Id.Value,
            AuthorId = author.Id,
            Kind = read.Kind,
            Title = read.Title,
            Warning = read.Warning,
            Content = read.Content,
            Language = read.Language,
            Visibility = read.Visibility(author),
            ReplyToUri = read.ReplyTo,
            ReplyToId = answered?.Id,
            ThreadId = answered?.ThreadId ?? id,
            Context = read.Context?.Value,
            Page = read.Page,
            IsLocal = false,
            PublishedAt = read.Published is { } published && published < now ? published : now,
            ReceivedAt = now,
            EditedAt = read.Updated > read.Published ? read.Updated : null,
        };
        db.Posts.Add(post);
        await AddReadersAsync(post, read, ct);
        db.PostTags.AddRange(read.Tags.Select(tag => new PostTag { Tag = tag, PostId = post.Id }));
        db.PostAttachments.AddRange(read.Attachments.Select((file, index) => file.Of(post.Id, index)));
        await JoinThreadAsync(post, ct);
        return post;
    }

    // Those of this node alone: who else was named is for their own servers.
    private async Task AddReadersAsync(Post post, ReadPost read, CancellationToken ct)
    {
        var named = read.Named();
        var readers = await db.Actors.AsNoTracking().Where(actor => named.Contains(actor.Uri) && actor.LocalId != null).Select(actor => actor.Id).ToListAsync(ct);
        db.PostReaders.AddRange(readers.Select(reader => new PostReader { PostId = post.Id, ActorId = reader }));
    }

    // Answers that came before what they answer find their conversation now.
    private async Task JoinThreadAsync(Post post, CancellationToken ct)
    {
        foreach (var orphan in await db.Posts.Where(answer => answer.ReplyToUri == post.Uri && answer.ReplyToId == null).OrderBy(answer => answer.Id).Take(100).ToListAsync(ct))
        {
            orphan.ReplyToId = post.Id;
            var formerThread = orphan.ThreadId;
            foreach (var later in await db.Posts.Where(answer => answer.ThreadId == formerThread).OrderBy(answer => answer.Id).Take(500).ToListAsync(ct))
            {
                later.ThreadId = post.ThreadId;
            }
        }
    }

    private static Result<ReadPost> Read(JsonElement plain, DocumentOwner.Owned owned, Actor author)
    {
        if (!ActivityObject.TryRead(plain, out var read) || !Understands(read.Type) || owned.Owner.Value != author.Uri)
        {
            return FederationRefusals.NotUnderstood;
        }

        var note = read.As<Note>();
        var content = note.Content is { } html && note.MediaType is null or "text/html" ? note.Content : null;
        var page = note.Url.Select(link => link.Href).FirstOrDefault(href => href is not null && href.StartsWith("https://", StringComparison.Ordinal));
        return new ReadPost(
            owned.Id,
            author,
            note.Type!,
            Cut(CleanHtml.TextOf(note.Name ?? ""), LongestTitle),
            Cut(note.Type == "Note" || note.Sensitive == true ? CleanHtml.TextOf(note.Summary ?? "") : "", Post.LongestWarning),
            CleanHtml.Of(content ?? note.Summary ?? ""),
            note.ContentMap.Select(entry => entry.Key).FirstOrDefault(tag => tag.Length <= 12),
            page ?? owned.Id.Value,
            note.InReplyTo.Select(answered => answered.Id?.Value).FirstOrDefault(uri => uri is not null),
            note.To,
            [.. note.Cc, .. note.AudienceIds.Where(id => id != Audience.Everybody)],
            [.. note.Mentions.Select(mention => mention.Href).OfType<string>().Take(Audience.MaximumRecipients)],
            [.. note.Hashtags.Select(tag => tag.Name?.TrimStart('#').ToLowerInvariant()).OfType<string>().Where(IsTag).Distinct(StringComparer.Ordinal).Take(PostText.MostTags)],
            note.Published,
            note.Updated,
            note.Context?.Id,
            note.Replies,
            ReadAttachments.Of(note));
    }

    private static bool IsTag(string tag) => tag.Length is > 0 and <= 60 && tag.All(letter => char.IsLetterOrDigit(letter) || letter == '_');

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";
}

/// <summary>A post of somebody elsewhere, as far as it can be shown here.</summary>
internal sealed record ReadPost(
    WebId Id, Actor Author, string Kind, string Title, string Warning, string Content, string? Language, string Page, string? ReplyTo,
    IReadOnlyList<string> To, IReadOnlyList<string> Cc, IReadOnlyList<string> Mentions, IReadOnlyList<string> Tags,
    DateTimeOffset? Published, DateTimeOffset? Updated, WebId? Context, Collection? Replies, IReadOnlyList<ReadAttachment> Attachments)
{
    /// <summary>Everybody whom it is for or who is mentioned, by id.</summary>
    internal string[] Named() => [.. To.Concat(Cc).Concat(Mentions).Distinct(StringComparer.Ordinal).Take(Audience.MaximumRecipients)];

    /// <summary>Whom it is for, in the words of this node.</summary>
    internal PostVisibility Visibility(Actor author) =>
        To.Contains(Audience.Everybody) ? PostVisibility.Public
        : Cc.Contains(Audience.Everybody) ? PostVisibility.Unlisted
        : author.Followers is { } followers && To.Concat(Cc).Contains(followers) ? PostVisibility.Followers
        : PostVisibility.Direct;
}
